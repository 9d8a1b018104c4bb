"""The commands that answer questions: what they print, in every format, for a name, for no name, for a hostile one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph.build import build
from kgraph.cli.app import QUESTIONS

ROOT = Path(__file__).parents[2]
Rows = list[dict[str, str]]
Kgraph = Callable[..., Any]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of the five seeds."""
    out = tmp_path_factory.mktemp("seeds")
    build([ROOT / "seeds"], out=out, only=("nq",))
    return out


EXAMPLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "chain": (("284-kh/tu",), ("Kế hoạch 347-KH/QU", "+12", "? Công văn 598-CV/BTGQU", "Thực hiện Kế hoạch số 284-KH/TU")),
    "who": (("bui huyen mai", "--on", "2024-03-19"), ("Quận ủy Thanh Xuân", "Phạm Thanh Học", "2024-03-19")),
    "where": (("quan dong da",), ("Kế hoạch 347-KH/QU", "Đinh Trường Thọ", "2025-06-30", "Phường Láng")),
    "path": (("dinh truong tho", "pham thanh hoc"), ("Quận ủy Đống Đa", "Phạm Thanh Học", "truyền đạt")),
    "timeline": (("--place", "quan dong da", "--from", "2024-03"), ("2024-12-11", "2024-12-12", "598-CV/BTGQU")),
    "compare": (("quan dong da", "quan le chan"), ("Quận Đống Đa", "Quận Lê Chân", "347-KH/QU")),
    "coverage": ((), ("Quận 11 · Thành phố Hồ Chí Minh", "2024")),
}
OTHERS = ("diff",)


def test_every_question_has_an_example_here() -> None:
    assert {command.__name__ for command in QUESTIONS} == {*EXAMPLES, *OTHERS}


@pytest.mark.parametrize("command", EXAMPLES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_table_shows_what_is_told_and_what_was_searched(kgraph: Kgraph, seeds: Path, command: str, lang: str) -> None:
    words, shown = EXAMPLES[command]
    run = kgraph("--lang", lang, command, *words, "-g", seeds)
    assert run.code == 0, run.err
    page = run.out
    assert all(part in page for part in shown), page
    assert ("đã tìm trong 5 bài" if lang == "vi" else "searched: 5 articles") in page


@pytest.mark.parametrize("command", EXAMPLES)
def test_csv_and_json_hold_the_same_for_every_run(kgraph: Kgraph, seeds: Path, command: str) -> None:
    words, _ = EXAMPLES[command]
    for format in ("csv", "json"):
        one, other = (kgraph(command, *words, "-g", seeds, "-f", format) for _ in range(2))
        assert one.code == 0 and one.out == other.out
        if format == "json":
            assert json.loads(one.out)
        else:
            rows: Rows = list(csv.DictReader(io.StringIO(one.out)))
            assert rows and None not in rows[0]


def rows_of(kgraph: Kgraph, seeds: Path, *words: str) -> Rows:
    return list(csv.DictReader(io.StringIO(kgraph(*words, "-g", seeds, "-f", "csv").out)))


def test_a_chain_in_csv_has_number_issuer_day_lag_sentence_and_article(kgraph: Kgraph, seeds: Path) -> None:
    rows = rows_of(kgraph, seeds, "chain", "284-KH/TU")
    (plan,) = (row for row in rows if row["designation"] == "347-KH/QU")
    assert (plan["status"], plan["issuer"], plan["day"], plan["lag"]) == ("hop", "Quận ủy Đống Đa", "2024-12-11", "12")
    assert (plan["article"], plan["published"]) == ("001_db9387e8d7c5dc93", "2024-12-17")
    assert "284-KH/TU" in plan["quote"]
    assert [row["status"] for row in rows if row["designation"] == "598-CV/BTGQU"] == ["candidate: same-campaign"]


def test_a_post_after_its_last_sight_is_unknown_and_why(kgraph: Kgraph, seeds: Path) -> None:
    for day, state, reason in (("2024-03-19", "held", "seen"), ("2024-03-20", "unknown", "after-last")):
        rows = rows_of(kgraph, seeds, "who", "bui huyen mai", "--on", day)
        assert {(row["state"], row["reason"]) for row in rows if row["fact"] == "post"} == {(state, reason)}


def test_a_matrix_has_a_row_for_all_articles(kgraph: Kgraph, seeds: Path) -> None:
    *_, totals = rows_of(kgraph, seeds, "coverage")
    assert (totals["label"], totals["total"], totals["undated"], totals["2024-12"], totals["2024-11"]) == ("*", "5", "2", "1", "0")


@pytest.mark.parametrize(
    "words",
    [
        ("chain", "999-KH/TU"),
        ("who", "Nguyễn Không Ai"),
        ("where", "tinh khong co"),
        ("path", "bui huyen mai", "khong ai ca"),
        ("path", "bui huyen mai", "dao khanh ha"),
        ("timeline", "--person", "khong ai ca"),
        ("timeline", "--place", "quan dong da", "--to", "1990"),
        ("compare", "quan dong da", "tinh khong co"),
    ],
)
def test_what_is_not_in_the_graph_ends_with_1_and_says_so(kgraph: Kgraph, seeds: Path, words: tuple[str, ...]) -> None:
    run = kgraph(*words, "-g", seeds)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("error: ") or "searched" in run.err


@pytest.mark.parametrize("words", [("who", "bui huyen mai", "--on", "30/2/2024"), ("timeline", "--from", "hôm qua")])
def test_what_is_no_day_is_refused(kgraph: Kgraph, seeds: Path, words: tuple[str, ...]) -> None:
    assert kgraph(*words, "-g", seeds).code == 2


def test_a_name_that_fits_several_is_asked_to_be_made_plain(kgraph: Kgraph, seeds: Path) -> None:
    run = kgraph("path", "quan uy", "284-KH/TU", "-g", seeds)
    assert run.code == 2 and "organization/" in run.err
    key = "organization/quan-uy-dong-da--ha-noi"
    assert kgraph("path", key, "284-KH/TU", "-g", seeds).code == 0


def test_no_control_character_of_an_article_reaches_the_page(kgraph: Kgraph, graph: Path) -> None:
    for words in (("who", "ong do"), ("timeline",), ("coverage",)):
        run = kgraph(*words, "-g", graph)
        assert not {"\x1b", "\u202e", "\x07"} & set(run.out + run.err)
        assert run.code in (0, 1)


def test_two_builds_are_compared(kgraph: Kgraph, seeds: Path, graph: Path) -> None:
    same = kgraph("diff", seeds, seeds, "--exit-code")
    assert (same.code, same.out.strip()) == (0, "nothing changed in what is said")
    run = kgraph("diff", graph, seeds, "-f", "csv", "--exit-code", "--background")
    assert run.code == 2 and "sort" in run.err
    grown = kgraph("diff", seeds, seeds / "none.nq")
    assert grown.code == 2


@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_what_came_is_told(kgraph: Kgraph, seeds: Path, tmp_path: Path, format: str) -> None:
    old = tmp_path / "old.nq"
    lines = (seeds / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    old.write_text("".join(line for line in lines if "347-kh-qu>" not in line), encoding="utf-8")
    run = kgraph("diff", old, seeds, "-f", format, "--exit-code")
    assert run.code == 1 and "347-KH/QU" in run.out
    if format == "json":
        assert {change["kind"] for change in json.loads(run.out)} >= {"entity-added", "fact-added"}
