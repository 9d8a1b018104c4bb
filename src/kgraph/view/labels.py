"""Labels short enough to stand under a node."""

from __future__ import annotations

import textwrap

WIDTH = 24
LINES = 2


def short_label(label: str) -> str:
    """A label cut at words to at most two lines of 24 characters; what is left out is marked with an ellipsis.

    >>> short_label("Quận ủy Đống Đa")
    'Quận ủy Đống Đa'
    >>> short_label("Hội nghị đánh giá tình hình thực hiện Kết luận số 01-KL/TW")
    'Hội nghị đánh giá tình\\nhình thực hiện Kết luận…'
    """
    clean = "".join(c for c in label[: 8 * WIDTH * LINES] if c.isprintable() or c.isspace())
    lines = textwrap.wrap(clean, WIDTH, max_lines=LINES, placeholder="…", break_on_hyphens=False) or ["…"]
    return "\n".join(lines)
