"""Word lists as a linguist writes them, and what is said where one is not well formed."""

from __future__ import annotations

import pickle
import unicodedata
from pathlib import Path

import pytest

from kgraph.errors import LexiconError
from kgraph.lexicon import Lexicon, load_lexicon

SMALL = '[[entry]]\nid = "bi-thu"\nvi = "Bí thư"\nen = "Secretary"\nforms = ["Bí thư", "BÍ THƯ"]\nexamples = ["Bí thư dự."]\nrank = 20\n'


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_lexicon()


def written(folder: Path, content: str, name: str = "roles.toml") -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_an_entry_says_what_its_line_says(tmp_path: Path) -> None:
    (entry,) = load_lexicon(written(tmp_path, '# words\nkind = "role"\nscheme = "role"\n\n' + SMALL)).entries
    assert (entry.id, entry.kind, entry.concept, entry.vi, entry.en) == ("role/bi-thu", "role", "bi-thu", "Bí thư", "Secretary")
    assert entry.forms == ("bí thư",)
    assert (entry.key("rank"), entry.key("absent"), entry.key("absent", 1)) == (20, None, 1)
    assert (entry.examples, entry.wrong, entry.place) == (("Bí thư dự.",), (), "roles.toml:5")


def test_the_kind_of_a_file_without_one_is_its_name(tmp_path: Path) -> None:
    assert load_lexicon(written(tmp_path, SMALL, "posts.toml")).entries[0].id == "posts/bi-thu"


def test_a_linguist_may_end_lines_as_windows_does(tmp_path: Path) -> None:
    (tmp_path / "roles.toml").write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert load_lexicon(tmp_path).entries[0].vi == "Bí thư"


def test_a_header_may_bear_a_comment(tmp_path: Path) -> None:
    assert (
        load_lexicon(written(tmp_path, SMALL.replace("[[entry]]", "[[entry]]  # the head of a committee"))).entries[0].id == "roles/bi-thu"
    )


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (SMALL.replace('id = "bi-thu"\n', ""), "roles.toml:1"),
        ('kind = "role"\n' + SMALL.replace('forms = ["Bí thư", "BÍ THƯ"]', "forms = []"), "roles.toml:2"),
        (SMALL + SMALL, "roles.toml:1 and roles.toml:8"),
        ("[[entry]\n", "roles.toml"),
    ],
)
def test_a_fault_names_its_file_and_line(content: str, place: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as fault:
        load_lexicon(written(tmp_path, content))
    assert fault.value.where == place


@pytest.mark.parametrize("ask", ["entry", "forms"])
def test_an_unknown_entry_is_a_fault(ask: str, shipped: Lexicon) -> None:
    with pytest.raises(LexiconError, match="no such lexicon entry"):
        getattr(shipped, ask)("role/no-such")


def test_the_hash_is_that_of_the_words(tmp_path: Path) -> None:
    before = load_lexicon(written(tmp_path, SMALL)).sha256
    assert load_lexicon(tmp_path).sha256 == before
    assert load_lexicon(written(tmp_path, SMALL.replace("20", "21"))).sha256 != before


def test_an_entry_survives_the_way_to_another_process(shipped: Lexicon) -> None:
    entry = shipped.entry("role/bi-thu")
    other = pickle.loads(pickle.dumps(entry))
    assert (other.id, other.forms, dict(other.keys), other.place) == (entry.id, entry.forms, dict(entry.keys), entry.place)


def test_alternation_tries_the_longest_form_first_and_takes_letters_literally(tmp_path: Path) -> None:
    content = '[[entry]]\nid = "x"\nforms = ["t.ư", "t.ư đảng", "(cũ)"]\n'
    assert load_lexicon(written(tmp_path, content, "sign.toml")).alternation("sign/x") == r"(?:\(cũ\)|t\.ư(?: đảng)?)"


def test_shipped_forms_are_folded_composed_and_trimmed(shipped: Lexicon) -> None:
    for entry in shipped.entries:
        for form in entry.forms:
            assert form == form.strip() == unicodedata.normalize("NFC", form) and "  " not in form, entry.place


def test_shipped_concepts_have_names_in_both_languages(shipped: Lexicon) -> None:
    missing = [e.place for kind in shipped.schemes for e in shipped.by_kind[kind] if not e.key("hidden") and not (e.vi and e.en)]
    assert missing == []


def test_every_entry_that_an_entry_names_is_there(shipped: Lexicon) -> None:
    for role in shipped.by_kind["role"]:
        if role.key("body"):
            assert shipped.entry(f"organization/{role.key('body')}").kind == "organization"
    for work in shipped.by_kind["work"]:
        assert shipped.entry(f"campaign/{work.key('campaign')}").kind == "campaign"
    for entry in shipped.entries:
        if entry.key("concept"):
            assert f"{entry.kind}/{entry.key('concept')}" in shipped.by_id, entry.place


@pytest.mark.parametrize(
    ("entry", "concept"),
    [
        ("role/quan-uy-vien", "uy-vien"),
        ("event/hoi-nghi-truc-tuyen", "hoi-nghi"),
        ("organization/trung-uong-dang", "ban-chap-hanh-trung-uong"),
    ],
)
def test_a_way_of_saying_a_concept_has_that_concept(entry: str, concept: str, shipped: Lexicon) -> None:
    assert shipped.entry(entry).concept == concept
