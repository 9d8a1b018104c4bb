"""On a terminal nothing of an article is more than text, whatever the format; a file gets it whole."""

from __future__ import annotations

import os
import pty
import sys
import unicodedata
from pathlib import Path

import pytest

from kgraph.cli.terminal import clean, one_line

LABEL = "SELECT ?l { kgid:official\\/do rdfs:label ?l }"


def on_a_terminal(*words: object) -> bytes:
    """What `kgraph` writes to a terminal."""
    process, terminal = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "kgraph", *map(str, words)])
    shown = b""
    while True:
        try:
            chunk = os.read(terminal, 65_536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    return shown


@pytest.mark.parametrize("format", ["csv", "json", "table"])
def test_no_escape_sequence_of_an_article_reaches_a_terminal(graph: Path, format: str) -> None:
    shown = on_a_terminal("query", LABEL, "-g", graph, "-f", format)
    assert b"\x1b[31m" not in shown
    assert "\u202e".encode() not in shown
    assert "đậm".encode() in shown


def test_own_marks_of_style_are_kept(graph: Path) -> None:
    shown = on_a_terminal("show", "official/do", "-g", graph)
    assert b"\x1b[1m" in shown and b"\x1b[31m" not in shown


@pytest.mark.parametrize("text", ["\x1b]0;pwn\x07", "a\x9b2Jb", "\u2066x\u2069", "\u200b\ufeff", "\ud800", "a\u2028b", "\r\x00\x7f"])
def test_clean_leaves_nothing_that_acts(text: str) -> None:
    assert not {unicodedata.category(c) for c in clean(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert one_line(text).isprintable()
