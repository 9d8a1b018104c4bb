"""Sorted files are joined by ranges to what a sort of all their lines gives."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import KgraphError
from kgraph.scale import ranges as module
from kgraph.scale.executors import Here, Pool
from kgraph.scale.ranges import join, lines_of, merge, ranges
from kgraph.sorting import write_blocks

LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=6).map(str.encode)


def written(room: Path, files: Iterable[Iterable[bytes]]) -> list[Path]:
    paths = []
    for number, lines in enumerate(files):
        paths.append(room / f"{number:03}")
        write_blocks([sorted(set(lines))], paths[-1])
    return paths


def triples(subjects: int, graphs: int) -> list[bytes]:
    """Some triples, each in several graphs, with names and words of several bytes."""
    return [
        f'<urn:người-{s:03}> <urn:{p}> "Đảng ủy {s % 7}"@vi <urn:{g}> .'.encode()
        for s in range(subjects)
        for p in ("a", "ab")
        for g in range(graphs)
    ]


def shuffled(lines: Sequence[bytes], files: int) -> list[list[bytes]]:
    """The lines in so many files, some of them in two."""
    chance = random.Random(7)
    found: list[list[bytes]] = [[] for _ in range(files)]
    for line in lines:
        for file in chance.sample(found, chance.randint(1, 2)):
            file.append(line)
    return found


@given(st.lists(st.lists(LINE, max_size=20), max_size=5), st.integers(1, 200))
@settings(deadline=None)
def test_like_a_sort_of_all(files: list[list[bytes]], size: int) -> None:
    with TemporaryDirectory() as folder:
        room = Path(folder)
        paths = written(room, ([line for line in lines if line] for lines in files))
        join(paths, room / "all", Here(), room=room, tell=len, size=size)
        wanted = sorted({line for lines in files for line in lines if line})
        assert (room / "all").read_bytes() == b"".join(line + b"\n" for line in wanted)
        assert {path.name for path in room.iterdir()} == {path.name for path in paths} | {"all"}


@pytest.mark.parametrize("size", [1_000, 5_000, 10_000_000])
def test_every_triple_is_whole_in_one_range_of_about_that_size(tmp_path: Path, size: int) -> None:
    paths = written(tmp_path, shuffled(triples(200, 5), 4))
    cut = [lines_of(one) for one in ranges(paths, size=size)]
    assert [line for lines in cut for line in lines] == sorted(triples(200, 5))
    assert (len(cut) > 5) == (size < 10_000_000)
    assert max(sum(map(len, lines)) for lines in cut) < 1.5 * max(size, 1_000)
    whole = [{line.rsplit(b" ", 2)[0] for line in lines} for lines in cut]
    assert all(one.isdisjoint(other) for one, other in pairwise(whole))


def test_one_triple_in_very_many_graphs_is_not_cut(tmp_path: Path) -> None:
    paths = written(tmp_path, shuffled([*triples(1, 2_000), *triples(20, 1)], 3))
    cut = [lines_of(one) for one in ranges(paths, size=1_000)]
    assert all(2_000 <= count < 2_010 for count in sorted(map(len, cut))[-2:])
    assert sum(map(len, cut)) == 4_000 + 38


def test_what_is_told_of_the_ranges_stands_in_their_order(tmp_path: Path) -> None:
    lines = triples(300, 2)
    paths = written(tmp_path, shuffled(lines, 4))
    with Pool(2) as pool:
        told = join(paths, tmp_path / "all", pool, room=tmp_path, tell=min, size=4_000)
    assert (tmp_path / "all").read_bytes().splitlines() == sorted(lines)
    assert len(told) > 5
    assert told == sorted(told)


def test_no_file_and_empty_files_are_an_empty_file(tmp_path: Path) -> None:
    for files in ([], written(tmp_path, [[], []])):
        assert join(files, tmp_path / "all", Here(), room=tmp_path, tell=len) == [0]
        assert (tmp_path / "all").read_bytes() == b""


def test_of_many_files_few_are_open_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FILES", 4)
    monkeypatch.setattr(module, "_TOGETHER", 3)
    merged: list[int] = []

    def counted(files: Sequence[Path], room: Path) -> Path:
        merged.append(len(files))
        return merge(files, room)

    monkeypatch.setattr(module, "merge", counted)
    lines = triples(200, 2)
    join(written(tmp_path, shuffled(lines, 40)), tmp_path / "all", Here(), room=tmp_path, tell=len, size=3_000)
    assert (tmp_path / "all").read_bytes().splitlines() == sorted(lines)
    assert max(merged) == 3


class Dying:
    """An executor whose processes die over everything."""

    def run(self, function: object, tasks: Sequence[object]) -> Iterable[tuple[int, None]]:
        """See Executor."""
        return ((number, None) for number in range(len(tasks)))


def test_a_range_over_which_processes_die_ends_the_build(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="processes end while they put files together"):
        join(written(tmp_path, [triples(2, 2)]), tmp_path / "all", Dying(), room=tmp_path, tell=len)  # type: ignore[arg-type]
