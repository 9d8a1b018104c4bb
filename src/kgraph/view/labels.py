"""Labels short enough to stand under a node."""

from __future__ import annotations

import textwrap

WIDTH = 24
SYMBOL = 30
_KEPT = 200
_CHARACTER, _LINE = 7, 16


def short_label(label: str) -> str:
    """A label as one or two lines of at most 24 characters; of a longer one the beginning and the end.

    Names of campaigns and meetings begin alike; what tells them apart stands at the end.

    >>> short_label("Quận ủy Đống Đa")
    'Quận ủy Đống Đa'
    >>> short_label("Hội nghị đánh giá tình hình thực hiện Kết luận số 01-KL/TW")
    'Hội nghị đánh giá tình…\\nKết luận số 01-KL/TW'
    """
    kept = label if len(label) <= 2 * _KEPT else f"{label[:_KEPT]} {label[-_KEPT:]}"
    clean = " ".join("".join(c if c.isprintable() else " " for c in kept).split())
    lines = _wrapped(clean, WIDTH)
    if len(lines) <= 2:
        return "\n".join(lines) or "…"
    return f"{_wrapped(clean, WIDTH - 1)[0].rstrip(' ,;:.')}…\n{_wrapped(clean[::-1], WIDTH)[0][::-1]}"


def label_box(label: str) -> tuple[int, int]:
    """Width and height in pixels of a symbol with its label under it.

    >>> label_box("Quận ủy Đống Đa"), label_box("")
    ((117, 46), (42, 46))
    """
    lines = short_label(label).split("\n")
    return max(SYMBOL, _CHARACTER * max(map(len, lines))) + 12, SYMBOL + _LINE * len(lines)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)
