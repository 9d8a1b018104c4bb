"""Ways of evidence between two things, the shortest first, always the same."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.analysis.paths import Way, read_net, read_ways
from kgraph.analysis.whole import Whole

ID = "https://w3id.org/kgraph-vn/id/"
ROWS = """
article/a1 a Article "Tin"
official/an a Official "Lê Văn An"
official/binh a Official "Trần Văn Bình"
official/chi a Official "Phạm Thị Chi"
official/dung a Official "Vũ Văn Dũng"
organization/qu a Organization "Quận ủy"
organization/tu a Organization "Thành ủy"
organization/qu parentOrganization organization/tu
organization/qu kind vocab:organization-kind/cap-uy
organization/tu kind vocab:organization-kind/cap-uy
event/e1 a Event "Hội nghị"
event/e2 a Event "Lễ phát động"
official/an attended event/e1 @a1
official/binh attended event/e1 @a1
official/binh attended event/e2 @a1
official/an attended event/e2 @a1
organization/qu organizes event/e2 @a1
official/chi hasPosition holding/h @a1
holding/h a PositionHolding
holding/h org:organization organization/tu
article/a1 mentions official/an @a1
article/a1 mentions official/dung @a1
"""


def labels(ways: tuple[Way, ...]) -> list[list[str]]:
    return [[(step.subject if step.backwards else step.object).label for step in way.steps] for way in ways]


def test_the_shortest_ways_come_first_with_their_sentences(whole_of: Callable[[str], Whole]) -> None:
    ways = read_ways(whole_of(ROWS), ID + "official/an", ID + "official/binh", count=5)
    assert labels(ways) == [["Hội nghị", "Trần Văn Bình"], ["Lễ phát động", "Trần Văn Bình"]]
    assert [(step.relation, step.backwards, bool(step.evidence)) for step in ways[0].steps] == [
        ("attended", False, True),
        ("attended", True, True),
    ]


def test_background_and_articles_are_gone_through_only_where_asked(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS)
    one, chi, dung = ID + "official/an", ID + "official/chi", ID + "official/dung"
    assert read_ways(whole, one, chi) == ()
    assert labels(read_ways(whole, one, chi, background=True))[0] == ["Lễ phát động", "Quận ủy", "Thành ủy", "Phạm Thị Chi"]
    assert read_ways(whole, one, dung) == ()
    assert labels(read_ways(whole, one, dung, articles=True))[0][-1] == "Vũ Văn Dũng"


def test_a_way_never_goes_through_statements_holdings_or_code_lists(corpus: Whole) -> None:
    net = read_net(corpus, articles=True, background=True)
    assert all(node in corpus.entities or node in corpus.sources for node in net)
    assert not any(part in node for node in net for part in ("/statement/", "/holding/", "/vocab/", "/tenure/"))
    assert not any(node in corpus.sources for node in read_net(corpus, background=True))


def test_nothing_leads_from_a_thing_to_itself_or_to_nobody(whole_of: Callable[[str], Whole]) -> None:
    whole = whole_of(ROWS)
    assert read_ways(whole, ID + "official/an", ID + "official/an") == ()
    assert read_ways(whole, ID + "official/an", ID + "official/nobody") == ()


@pytest.mark.slow
def test_the_ways_are_the_same_for_every_hash_seed(corpus_file: Path) -> None:
    words = [sys.executable, "-m", "kgraph", "path", "vu thi ngan ha", "05-CT/TW", "-k", "10", "-f", "csv", "-g", str(corpus_file)]
    answers = {
        subprocess.run(words, check=True, capture_output=True, env={"PYTHONHASHSEED": str(seed), "PYTHONPATH": ":".join(sys.path)}).stdout
        for seed in range(5)
    }
    assert len(answers) == 1
