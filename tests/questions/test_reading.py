"""A question file that is wrong is named with its line."""

from __future__ import annotations

import pytest

from kgraph.errors import KgraphError
from kgraph.questions.reading import load_questions, read_question

HEAD = """# vi = "Ai dự?"
# en = "Who attended?"
# rests_on = ["?who kg:attended ?event"]
# [empty]
# vi = "không ai"
# en = "nobody"
# [parameters.who]
# type = "person"
# vi = "người"
# en = "person"
# [columns]
# who = { vi = "Ai", en = "Who" }
# [searched]
# vi = "bài"
# en = "articles"
"""
QUERY = "\nSELECT ?who ?event WHERE {\n  VALUES ?who { UNDEF }\n  ?who kg:attended ?event\n}\n"


def test_a_sound_file_is_a_question() -> None:
    question = read_question("26-who.rq", HEAD + QUERY)
    assert (question.number, question.name) == (26, "who")
    assert question.grounds == (("?who", "<https://w3id.org/kgraph-vn/ns#attended>", "?event"),)


@pytest.mark.parametrize(
    ("file", "text", "says", "line"),
    [
        ("who.rq", HEAD + QUERY, "its name must be like", 1),
        ("26-who.rq", HEAD.replace('"Who attended?"', '"Who attended?'), "not TOML", 2),
        ("26-who.rq", HEAD.replace('"person"', '"animal"', 1) + QUERY, "parameters.who.type", 8),
        ("26-who.rq", HEAD.replace('# en = "nobody"\n', "") + QUERY, "empty.en", 4),
        ("26-who.rq", HEAD + "# colour = 1\n" + QUERY, "colour", 16),
        ("26-who.rq", HEAD + QUERY.replace("VALUES ?who { UNDEF }", ""), "has no VALUES ?who", 7),
        ("26-who.rq", HEAD.replace("who = {", "whom = {") + QUERY, "?whom is not selected", 12),
        ("26-who.rq", HEAD.replace("kg:attended", "nope:attended") + QUERY, "unknown prefix nope:", 3),
        ("26-who.rq", HEAD + QUERY.replace("?event\n}", "?event\n"), "not SPARQL", 17),
    ],
)
def test_a_fault_is_named_with_its_file_and_line(file: str, text: str, says: str, line: int) -> None:
    with pytest.raises(KgraphError) as fault:
        read_question(file, text)
    assert says in fault.value.what
    assert fault.value.where and fault.value.where.startswith(f"{file}, line ")
    assert abs(int(fault.value.where.rpartition(" ")[2]) - line) <= (4 if says == "not SPARQL" else 0)


def test_the_shipped_questions_have_two_titles_and_words_for_both_languages() -> None:
    questions = load_questions()
    assert [question.number for question in questions] == list(range(1, len(questions) + 1))
    assert [question.name for question in questions if question.title("vi") == question.title("en")] == []
