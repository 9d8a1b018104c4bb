"""The gazetteer's making: the rules on small lists, what holds for all units, and the committed file against its sources."""

from __future__ import annotations

import doctest
import importlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType

import pytest

from kgraph.settings import ontology_folder

SCRIPTS = Path(__file__).parents[2] / "scripts"
BUILD = SCRIPTS / "build_gazetteer.py"
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "gazetteer.md"
COMMITTED = ontology_folder() / "authority" / "units.sqlite"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"{COMMITTED.as_uri()}?mode=ro", uri=True)
    yield opened
    opened.close()


def run(*arguments: str | Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BUILD), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )


@pytest.mark.usefixtures("scripts")
def test_examples_in_the_name_rules_hold() -> None:
    names = importlib.import_module("unit_names")
    assert doctest.testmod(names).attempted > 5
    assert doctest.testmod(names).failed == 0


def sources_of(*lists: tuple[str, list[tuple[str, str, str]]]) -> tuple[ModuleType, object]:
    """Lists of (district code, commune code, commune) in one district word `Huyện <code>`, as the build reads them."""
    src = importlib.import_module("unit_sources")
    history = importlib.import_module("unit_history")
    province = src.Place("province", "Tỉnh", "Thử", "01")

    def row(district: str, code: str, name: str) -> object:
        return src.Row(province, src.Place("district", "Huyện", district, district), src.Place("commune", "Xã", name, code))

    snapshots = tuple(src.Snapshot(month, tuple(row(*line) for line in lines)) for month, lines in lists)
    return history, src.Sources({}, snapshots, (), {}, {}, "")


@pytest.mark.usefixtures("scripts")
def test_a_code_given_to_another_commune_makes_another_unit() -> None:
    history, sources = sources_of(("2022-06", [("a", "1", "Ba"), ("a", "2", "Tư")]), ("2023-04", [("a", "1", "Tư")]))
    units, listed = history.constitute(sources)
    assert [(u.name, u.first_seen, u.last_seen, u.codes) for u in units if u.level == "commune"] == [
        ("Ba", "2022-06", "2022-06", ["1"]),
        ("Tư", "2022-06", "2023-04", ["2", "1"]),
    ]
    assert history.succession(listed, sources) == []


@pytest.mark.usefixtures("scripts")
def test_a_corrected_spelling_is_the_same_unit_and_both_are_kept() -> None:
    history, sources = sources_of(("2022-06", [("a", "1", "Mương Chanh")]), ("2023-04", [("a", "1", "Mường Chanh")]))
    (unit,) = [u for u in history.constitute(sources)[0] if u.level == "commune"]
    assert (unit.name, unit.spellings) == ("Mường Chanh", ["Mương Chanh", "Mường Chanh"])


@pytest.mark.usefixtures("scripts")
def test_another_parent_makes_another_unit_that_follows_the_first() -> None:
    history, sources = sources_of(
        ("2022-06", [("a", "1", "Ba"), ("b", "2", "Tư")]),
        ("2023-04", [("b", "1", "Ba"), ("b", "2", "Tư")]),
    )
    units, listed = history.constitute(sources)
    steps = [(s.earlier.name, s.later.name, s.later.parent.name, s.absorbed) for s in history.succession(listed, sources)]
    assert steps == [("Ba", "Ba", "b", False), ("a", "b", "Thử", True)]
    assert sum(u.level == "district" for u in units) == 2


@pytest.mark.usefixtures("scripts")
def test_a_unit_that_comes_back_is_another_one_with_the_year_in_its_key() -> None:
    history, sources = sources_of(
        ("2022-06", [("a", "1", "Ba"), ("a", "2", "Tư")]),
        ("2023-04", [("a", "2", "Tư")]),
        ("2025-06", [("a", "1", "Ba"), ("a", "2", "Tư")]),
    )
    units, _ = history.constitute(sources)
    by_key = importlib.import_module("unit_keys").name_units(units)
    assert {"unit/xa-ba--huyen-a--thu", "unit/xa-ba--huyen-a--thu-2025"} <= by_key.keys()


@pytest.mark.usefixtures("scripts")
def test_names_that_differ_in_marks_only_get_keys_with_their_codes() -> None:
    history, sources = sources_of(("2022-06", [("a", "1", "Sa Pa"), ("a", "2", "Sa Pả")]))
    by_key = importlib.import_module("unit_keys").name_units(history.constitute(sources)[0])
    assert {"unit/xa-sa-pa-1--huyen-a--thu", "unit/xa-sa-pa-2--huyen-a--thu"} <= by_key.keys()


def test_keys_are_unique_ascii_and_readable(base: sqlite3.Connection) -> None:
    keys = [key for (key,) in base.execute("SELECT key FROM unit")]
    assert len(keys) == len(set(keys)) > 15_000
    assert all(key.isascii() and key.startswith("unit/") and key == key.lower() for key in keys)


def test_no_unit_follows_itself_even_by_a_detour(base: sqlite3.Connection) -> None:
    before: dict[int, set[int]] = {}
    for earlier, later in base.execute("SELECT earlier, later FROM succession"):
        before.setdefault(later, set()).add(earlier)
    assert len(list(TopologicalSorter(before).static_order())) > 10_000


def test_days_of_neighbours_in_time_fit(base: sqlite3.Connection) -> None:
    misfits = base.execute(
        "SELECT a.key, b.key FROM succession s JOIN unit a ON a.id = earlier JOIN unit b ON b.id = later"
        " JOIN life x ON x.id = a.life JOIN life y ON y.id = b.life"
        " WHERE x.valid_to IS NOT NULL AND y.valid_from IS NOT NULL AND date(x.valid_to, '+1 day') <> y.valid_from"
    )
    assert misfits.fetchall() == []


def test_no_unit_outlives_what_it_lies_in_or_precedes_it(base: sqlite3.Connection) -> None:
    misfits = base.execute(
        "SELECT a.key FROM unit a JOIN unit b ON b.id = a.parent JOIN life x ON x.id = a.life JOIN life y ON y.id = b.life"
        " WHERE coalesce(x.earliest, '') < coalesce(y.earliest, '') OR coalesce(x.latest, '9999') > coalesce(y.latest, '9999')"
        " OR coalesce(x.earliest, '') > coalesce(x.latest, '9999')"
    )
    assert misfits.fetchall() == []


def test_every_commune_of_the_last_day_has_a_follower(base: sqlite3.Connection) -> None:
    lost = base.execute(
        "SELECT key FROM unit JOIN life ON life.id = life WHERE valid_to = '2025-06-30' AND unit.id NOT IN (SELECT earlier FROM succession)"
    )
    assert lost.fetchall() == []


@pytest.mark.parametrize(
    ("month", "numbers"),
    [
        ("2022-06", (63, 705, 10_599)),
        ("2023-04", (63, 705, 10_598)),
        ("2025-06", (63, 696, 10_035)),
        ("2026-08", (34, 0, 3_321)),
    ],
)
def test_each_list_is_there_whole(base: sqlite3.Connection, month: str, numbers: tuple[int, int, int]) -> None:
    found = dict(
        base.execute(
            "SELECT level, count(*) FROM unit JOIN life ON life.id = life JOIN designation d ON d.id = designation"
            " WHERE first_seen <= ? AND last_seen >= ? GROUP BY level",
            (month, month),
        )
    )
    assert tuple(found.get(level, 0) for level in ("province", "district", "commune")) == numbers
    assert f"| {month} | {' | '.join(f'{number:,}' for number in numbers)} |" in PAGE.read_text("utf-8")


def test_the_page_says_how_many_there_are(base: sqlite3.Connection) -> None:
    (units,) = base.execute("SELECT count(*) FROM unit").fetchone()
    lost = "latest IS NOT NULL AND unit.id NOT IN (SELECT earlier FROM succession)"
    (ended,) = base.execute(f"SELECT count(*) FROM unit JOIN life ON life.id = life WHERE {lost}").fetchone()
    divided = (
        "SELECT count(*) FROM (SELECT earlier FROM succession s JOIN unit ON unit.id = earlier JOIN designation d ON d.id = designation"
        " WHERE divided AND d.level = 'commune' GROUP BY earlier)"
    )
    (several,) = base.execute(divided).fetchone()
    text = PAGE.read_text("utf-8")
    assert f"{units:,} units" in text
    assert f"Where {ended} communes went" in text
    assert f"({several} of them into several)" in text


def test_the_file_is_small() -> None:
    assert COMMITTED.stat().st_size < 4_000_000


@pytest.mark.slow
def test_the_committed_file_is_what_its_sources_make() -> None:
    done = run("--check")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    assert run("--out", first, seed="1").returncode == run("--out", second, seed="2").returncode == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.slow
def test_a_changed_file_is_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "units.sqlite"
    shutil.copy(COMMITTED, copy)
    with sqlite3.connect(copy) as base:
        base.execute("UPDATE unit SET name = 'x' WHERE key = 'unit/ha-noi'")
    base.close()
    done = run("--check", "--out", copy)
    assert done.returncode == 1
    assert "Hà Nội" in done.stderr
