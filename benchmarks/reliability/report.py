"""Figures as a table for people, between two marks of RELIABILITY.md."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Any

BEGIN, END = "<!-- figures: make reliability -->", "<!-- end of figures -->"


def table(results: dict[str, Any]) -> str:
    """The results as Markdown.

    >>> found = {"good": 3, "of": 3, "told": "each", "seconds": 2.0, "skipped": "", "gate": False, "bad": []}
    >>> print(table({"date": "2026-01-02", "machine": "2 cores", "experiments": {"kills": found}}))
    Measured on 2026-01-02 (2 cores).
    <BLANKLINE>
    | what | result | of what | seconds |
    |---|---|---|---|
    | kills | 3/3 | each | 2 |
    """
    rows = [
        f"| {name} | {_figure(found)} | {found['skipped'] or found['told']} | {found['seconds']:.0f} |"
        for name, found in results["experiments"].items()
    ]
    head = f"Measured on {results['date']} ({results['machine']}).\n\n| what | result | of what | seconds |\n|---|---|---|---|\n"
    return head + "\n".join(rows)


def line(results: dict[str, Any]) -> str:
    """All results on one line.

    >>> line({"experiments": {"lost": {"good": 0, "of": 9, "skipped": "", "gate": True}}})
    'lost 0'
    """
    return " | ".join(f"{name} {_figure(found)}" for name, found in results["experiments"].items())


def put(text: str, page: Path) -> None:
    """Sets the table into a page, between its marks."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8", newline="\n")


def machine() -> str:
    """What a reader must know of this machine to judge a figure."""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _figure(found: dict[str, Any]) -> str:
    if found["skipped"]:
        return "not tried"
    return str(found["good"]) if found["gate"] else f"{found['good']}/{found['of']}"
