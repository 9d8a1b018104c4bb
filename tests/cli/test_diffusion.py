"""`kgraph diffusion`: who carried out a document, and when."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "exports" / "graph.nq"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented articles that identity is tested on."""
    from kgraph.cli import main

    folder = tmp_path_factory.mktemp("corpus")
    main(["build", str(ROOT / "tests/identity/corpus/articles.jsonl"), "--only", "nq", "--out", str(folder)])
    return folder / "graph.nq"


def records(run: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run.out)))


def test_the_unit_its_day_its_lag_and_its_sentence(kgraph: Any) -> None:
    (record,) = records(kgraph("diffusion", "284-KH/TU", "-g", SEEDS, "-f", "csv"))
    assert (record["label"], record["event_day"], record["lag"], record["item_label"]) == (
        "Quận Đống Đa",
        "2024-12-11",
        "12",
        "Kế hoạch 347-KH/QU",
    )
    assert "284-KH/TU" in record["quote"] and record["article"]


def test_a_central_directive_reaches_three_provinces_in_their_order(kgraph: Any, corpus: Path) -> None:
    found = records(kgraph("diffusion", "05-ct/tw", "-g", corpus, "-f", "csv"))
    assert [record["event_day"] for record in found] == sorted(record["event_day"] for record in found)
    assert {record["province_label"] for record in found} == {"Hải Phòng", "Hà Nội", "Thành phố Hồ Chí Minh"}
    assert [int(record["order"]) for record in found] == list(range(1, 9))
    assert all(record["quote"] for record in found)


def test_lags_by_province(kgraph: Any, corpus: Path) -> None:
    found = records(kgraph("diffusion", "05-CT/TW", "--show", "lags", "--level", "district", "-g", corpus, "-f", "csv"))
    assert [(record["province_label"], record["units"], record["median"]) for record in found] == [
        ("", "4", "1056.5"),
        ("Hà Nội", "2", "1051"),
        ("Hải Phòng", "1", "138"),
        ("Thành phố Hồ Chí Minh", "1", "2411"),
    ]


def test_risks_have_the_columns_of_the_codebook(kgraph: Any, corpus: Path) -> None:
    run = kgraph("diffusion", "05-CT/TW", "--show", "risks", "-g", corpus, "-f", "csv")
    found = records(run)
    explained = json.loads(kgraph("diffusion", "05-CT/TW", "--show", "codebook", "-g", corpus, "-f", "json").out)["codebook"]
    assert list(found[0]) == [column["column"] for column in explained]
    assert sum(int(record["event"]) for record in found) == 8
    assert all(record["event_day"] or record["censored_reason"] for record in found)
    assert "52 units, 8 seen to act" in run.err


def test_a_table_says_that_silence_is_not_inaction(kgraph: Any, corpus: Path) -> None:
    run = kgraph("--lang", "vi", "diffusion", "05-CT/TW", "-g", corpus)
    assert "không có nghĩa là không làm gì" in run.out
    assert "đã tra 108 bài" in run.err


def test_a_number_that_fits_two_documents_is_asked_back(kgraph: Any, corpus: Path) -> None:
    run = kgraph("diffusion", "01-KL/TW", "-g", corpus)
    assert run.code == 2 and "bo-chinh-tri--2016--ket-luan--1-kl-tw" in run.err
    assert kgraph("diffusion", "directive/bo-chinh-tri--2021--ket-luan--1-kl-tw", "-g", corpus).code == 0


@pytest.mark.parametrize("name", ["999-KH/TU", "347-KH/QU"])
def test_an_unknown_name_and_one_that_nobody_carries_out_are_exit_code_1(kgraph: Any, name: str) -> None:
    run = kgraph("diffusion", name, "-g", SEEDS)
    assert (run.code, run.out) == (1, "")


@pytest.mark.parametrize(("option", "value"), [("--since", "19/3/2024"), ("--until", "2024-02-30"), ("--plot", "spread.gif")])
def test_what_is_no_day_or_no_picture_is_refused(kgraph: Any, option: str, value: str) -> None:
    run = kgraph("diffusion", "284-KH/TU", option, value, "-g", SEEDS, *(["--show", "risks"] if option == "--until" else []))
    assert (run.code, run.out) == (2, "")


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_picture_is_drawn_with_the_same_bytes(kgraph: Any, corpus: Path, tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("matplotlib")
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    for path in (one, other):
        assert kgraph("--lang", "vi", "diffusion", "05-CT/TW", "--plot", path, "-g", corpus).code == 0
    assert one.read_bytes() == other.read_bytes()
    if suffix == "svg":
        assert "Quận Hà Đông" in one.read_text("utf-8") and "cấp huyện (4)" in one.read_text("utf-8")
