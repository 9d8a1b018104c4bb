"""Who was at the same events, each event once."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.company import once, read_company, read_parts
from kgraph.analysis.whole import Whole

ID = "https://w3id.org/kgraph-vn/id/"
ROWS = """
article/a1 a Article
article/a2 a Article
official/an a Official "Lê Văn An"
official/binh a Official "Trần Văn Bình"
official/chi a Official "Phạm Thị Chi"
event/e1 a Event "Hội nghị"
event/e1 dateEdtf "2024-03-19"
event/e2 a Event "Hội nghị"
event/e2 dateEdtf "2024-03-19"
official/an chaired event/e1 @a1
official/an attended event/e1 @a1
official/an attended event/e2 @a2
official/binh attended event/e1 @a1
official/binh attended event/e2 @a2
official/chi attended event/e2 @a2
article/a1 mentions event/e1 @a1
article/a2 mentions event/e2 @a2
"""


def counts(whole: Whole) -> list[tuple[str, int]]:
    return [(companion.person.label, companion.count) for companion in read_company(whole, ID + "official/an")]


def test_company_is_counted_by_events_the_most_frequent_first(whole_of: Callable[[str], Whole]) -> None:
    assert counts(whole_of(ROWS)) == [("Trần Văn Bình", 2), ("Phạm Thị Chi", 1)]


def test_what_a_reprint_tells_again_counts_once(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS + "article/a2 reprintOf article/a1 @a2")
    assert counts(whole) == [("Trần Văn Bình", 1)]
    assert once(whole, (ID + "event/e1", ID + "event/e2")) == (ID + "event/e1",)


def test_of_two_parts_the_narrower_is_told_with_its_sentence(whole_of: Callable[[str], Whole]) -> None:
    first, second = read_parts(whole_of(ROWS), ID + "official/an")
    assert (first.parts, second.parts) == (("chaired",), ("attended",))
    assert [said.quote for said in first.evidence] == ["official/an chaired event/e1"]
