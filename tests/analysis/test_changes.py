"""What changed between two builds: what is said, not how often; merging is one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kgraph.analysis.changes import Change, read_changes
from kgraph.errors import KgraphError

OLD = """
official/an a Official "Lê Văn An"
official/an attended event/e1 @a1
official/an-2 a Official "Lê Văn An"
official/an-2 attended event/e2 @a2
event/e1 a Event "Hội nghị"
event/e1 dateEdtf "2024-03-19" @a1
event/e2 a Event "Lễ"
"""
QuadsOf = Callable[[str], list[str]]


def bytes_of(lines: Iterable[str]) -> list[bytes]:
    return [f"{line}\n".encode() for line in lines]


def changes(quads_of: QuadsOf, old: str, new: str) -> list[tuple[str, str, str, str, str]]:
    before, after = bytes_of(quads_of(old)), bytes_of(quads_of(new))
    found = list(read_changes(lambda: before, lambda: after))
    return [
        (c.kind, c.subject.rpartition("/id/")[2], c.relation, c.before.rpartition("/id/")[2], c.after.rpartition("/id/")[2]) for c in found
    ]


def test_nothing_changes_where_one_more_article_tells_the_same(quads_of: QuadsOf) -> None:
    assert changes(quads_of, OLD, OLD) == []
    assert changes(quads_of, OLD, OLD + "official/an attended event/e1 @a9") == []


def test_things_and_facts_come_go_and_change(quads_of: QuadsOf) -> None:
    new = OLD.replace("2024-03-19", "2024-03-20").replace("official/an-2 attended event/e2 @a2\n", "") + 'campaign/c a Campaign "Cuộc thi"'
    assert changes(quads_of, OLD, new) == [
        ("entity-added", "campaign/c", "", "", ""),
        ("fact-changed", "event/e1", "dateEdtf", "2024-03-19", "2024-03-20"),
        ("fact-removed", "official/an-2", "attended", "event/e2", ""),
    ]
    assert [kind for kind, *_ in changes(quads_of, new, OLD)] == ["entity-removed", "fact-changed", "fact-added"]


def test_a_merger_is_one_change_and_a_split_too(quads_of: QuadsOf) -> None:
    merged = """
    official/an a Official "Lê Văn An"
    official/an attended event/e1 @a1
    official/an attended event/e2 @a2
    official/an-2 dcterms:isReplacedBy official/an
    event/e1 a Event "Hội nghị"
    event/e1 dateEdtf "2024-03-19" @a1
    event/e2 a Event "Lễ"
    """
    assert changes(quads_of, OLD, merged) == [("merged", "official/an-2", "", "official/an-2", "official/an")]
    assert changes(quads_of, merged, OLD) == [("split", "official/an-2", "", "official/an", "official/an-2")]


def test_a_fact_that_leads_to_what_was_merged_is_no_change(quads_of: QuadsOf) -> None:
    old = 'event/e a Event "Lễ"\nevent/f a Event "Lễ"\nofficial/an a Official "An"\nofficial/an attended event/f @a1\n'
    new = 'event/e a Event "Lễ"\nevent/f dcterms:isReplacedBy event/e\nofficial/an a Official "An"\nofficial/an attended event/e @a1\n'
    assert [kind for kind, *_ in changes(quads_of, old, new)] == ["merged"]


def test_the_names_of_statements_do_not_matter(quads_of: QuadsOf) -> None:
    old = quads_of(OLD)
    new = sorted(line.replace("/id/statement/", "/id/statement/f") for line in old)
    assert list(read_changes(lambda: bytes_of(old), lambda: bytes_of(new))) == []


def test_who_tells_it_is_said(quads_of: QuadsOf) -> None:
    before, after = bytes_of(quads_of(OLD)), bytes_of(quads_of(OLD + "event/e2 partOfCampaign campaign/c @a1\nevent/e2 heldAt unit/u"))
    found: list[Change] = list(read_changes(lambda: before, lambda: after))
    assert [(change.relation, change.origin) for change in found] == [("heldAt", "background"), ("partOfCampaign", "article")]


@pytest.mark.parametrize("lines", [["no quad at all\n"], ["<http://e/b> <http://e/p> <http://e/o> <http://e/g> .\n", "<http://e/a> x\n"]])
def test_what_is_not_sorted_quads_is_refused(lines: list[str]) -> None:
    with pytest.raises(KgraphError, match="sort"):
        list(read_changes(lambda: [line.encode() for line in lines], list))


def test_a_build_and_itself_are_the_same(corpus_file: Path) -> None:
    lines = corpus_file.read_bytes().splitlines(keepends=True)
    assert list(read_changes(lambda: lines, lambda: lines)) == []
    assert {change.kind for change in read_changes(list, lambda: lines)} == {"entity-added", "fact-added"}
