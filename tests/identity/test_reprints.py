"""Which articles print one text."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace

import pytest

from kgraph.identity.printing import Printing, signature
from kgraph.identity.reprints import Printings, groups_of, write_printings

Make = Callable[..., Printing]


def grouped(room: Path, printings: Iterable[Printing]) -> list[list[str]]:
    room = Path(mkdtemp(dir=room))
    found = Printings(room)
    for number, batch in enumerate(_by_three(list(printings))):
        told = ((p.id, p.to_json(), signature(p.prose)) for p in batch)
        found.adopt(write_printings(told, room / f"{number}.texts", room / f"{number}.marks"))
    return sorted([printing.id for printing in group] for likely in found.likely() for group in groups_of(likely))


def _by_three(printings: list[Printing]) -> Iterable[list[Printing]]:
    return (printings[at : at + 3] for at in range(0, len(printings), 3))


def test_printings_of_one_text_are_one_group(tmp_path: Path, texts: SimpleNamespace, printing: Make) -> None:
    assert grouped(tmp_path, [printing(id, text) for id, text in texts.PRINTINGS.items()]) == [sorted(texts.PRINTINGS)]


def test_the_first_is_the_one_published_first(tmp_path: Path, texts: SimpleNamespace, printing: Make) -> None:
    days = {"bao-a": None, "bao-b": "2023-12-12", "bao-d": "2023-12-11", "bao-e": "2023-12-11"}
    found = grouped(tmp_path, [printing(id, texts.PRINTINGS[id], day) for id, day in days.items()])
    assert found == [["bao-d", "bao-e", "bao-b", "bao-a"]]


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.next_year(),
        lambda t: t.OTHER_REPORT,
        lambda t: t.RELEASE.replace("11/12/2023", "12/12/2023"),
        lambda t: t.RELEASE.replace("Ba Đình", "Đống Đa").replace("Vũ Thị Hạnh", "Ngô Quốc Tuấn"),
        lambda t: "\n".join(reversed(t.MIDDLE[:1])),
    ],
    ids=["the next year", "another reporter", "another day", "another ward", "one paragraph"],
)
def test_what_differs_is_no_reprint(
    change: Callable[[SimpleNamespace], str], tmp_path: Path, texts: SimpleNamespace, printing: Make
) -> None:
    assert grouped(tmp_path, [printing("a", texts.RELEASE), printing("b", change(texts))]) == []


def test_what_is_published_long_after_is_no_reprint(tmp_path: Path, texts: SimpleNamespace, printing: Make) -> None:
    plain = texts.RELEASE.replace("năm 2023", "").replace("11/12/2023", "nay")
    assert grouped(tmp_path, [printing("a", plain, "2023-12-11"), printing("b", f"{plain} Hết.", "2024-12-11")]) == []
    assert grouped(tmp_path, [printing("a", plain, "2023-12-11"), printing("b", f"{plain} Hết.", "2023-12-13")]) == [["a", "b"]]


def test_a_copy_without_figures_does_not_join_two_years(tmp_path: Path, texts: SimpleNamespace, printing: Make) -> None:
    """What could be of either year goes to one of them, and the two stay apart."""
    bare = (
        texts.RELEASE.replace(", triển khai phương hướng, nhiệm vụ năm 2024", "")
        .replace("năm 2023", "")
        .replace("Sáng 11/12/2023", "Sáng nay")
    )
    found = grouped(tmp_path, [printing("a", texts.RELEASE), printing("b", bare), printing("c", texts.next_year())])
    assert all(not {"a", "c"} <= set(group) for group in found)


def test_any_order_gives_the_same_groups(tmp_path: Path, texts: SimpleNamespace, printing: Make) -> None:
    made = [printing(id, text) for id, text in texts.PRINTINGS.items()]
    made += [
        printing("moi-a", texts.next_year()),
        printing("moi-b", f"{texts.next_year()}\nTin: Thu Giang"),
        printing("khac", texts.OTHER_REPORT),
    ]
    usual = grouped(tmp_path, made)
    assert usual == [sorted(texts.PRINTINGS), ["moi-a", "moi-b"]]
    for seed in range(4):
        random.Random(seed).shuffle(made)
        assert grouped(tmp_path, made) == usual


def test_few_words_or_none_are_no_reprint(tmp_path: Path) -> None:
    notices = [
        Printing(id, None, text, ())
        for id, text in (("a", ""), ("b", ""), ("c", "Lịch tiếp công dân tháng này"), ("d", "Lịch tiếp công dân tháng này"))
    ]
    assert grouped(tmp_path, notices) == []
    assert grouped(tmp_path, []) == []
