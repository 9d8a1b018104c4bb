"""How a picture becomes a file."""

from __future__ import annotations

import builtins
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kgraph.errors import KgraphError, Refused
from kgraph.plots import Line, Moment, Step, draw_chain, draw_coverage, draw_spread, draw_timeline, save
from kgraph.plots.canvas import COLOURS

DAY = date(2024, 3, 19)
PICTURES: dict[str, Callable[[], Any]] = {
    "chain": lambda: draw_chain(Step("Kế hoạch số 284-KH/TU", "Thành ủy", below=(Step("Kế hoạch $1", lag="+12"),)), title="Chuỗi"),
    "spread": lambda: draw_spread([Line(f"cấp {n}", ((DAY, "Quận Đống Đa"),) * n) for n in (1, 2, 5)], start=DAY, title="Độ phủ"),
    "timeline": lambda: draw_timeline([Moment(DAY, DAY, "Hội nghị học tập", "Quận ủy")], title="Dòng thời gian"),
    "coverage": lambda: draw_coverage(["Quận Đống Đa", "Quận Lê Chân"], ["3/2024"], {(0, 0): 2}, title="Số bài", none="không có bài"),
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_same_picture_has_the_same_bytes_and_no_date(name: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    drawn = set()
    for _ in range(4):
        save(PICTURES[name](), path)
        drawn.add(path.read_bytes())
    (content,) = drawn
    assert b"dc:date" not in content and b"Software" not in content


@pytest.mark.slow
def test_an_svg_is_the_same_in_another_process_with_another_hash_seed(tmp_path: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; import test_canvas as t\n"
    code += "[t.save(make(), Path(sys.argv[2]) / f'{name}.svg') for name, make in t.PICTURES.items()]"
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent), str(tmp_path / seed)], env=environment, check=True)
    for name in PICTURES:
        assert (tmp_path / "1" / f"{name}.svg").read_bytes() == (tmp_path / "2" / f"{name}.svg").read_bytes()


def test_every_vietnamese_letter_is_in_the_font() -> None:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    known = get_font(findfont(FontProperties(family="DejaVu Sans"))).get_charmap()
    assert [c for c in letters + letters.upper() + "…·" if ord(c) not in known] == []


def test_text_is_text_and_never_a_formula(tmp_path: Path) -> None:
    save(draw_chain(Step(r"$\frac{1}{0}$ $x")), tmp_path / "a.svg")
    assert r"$\frac{1}{0}$" in (tmp_path / "a.svg").read_text("utf-8")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.svg or \.png"):
        save(PICTURES["chain"](), tmp_path / "a.gif")


def test_without_the_library_the_fault_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return known(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(KgraphError, match=r"kgraph\[plots\]"):
        draw_chain(Step("a"))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_first_three_colours_stand_out_from_white() -> None:
    assert all(1.05 / (luminance(colour) + 0.05) > 3 for colour in COLOURS[:3])
