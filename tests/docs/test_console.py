"""What the documentation shows at a prompt is what happens: every command of a `console` block runs and prints what stands under it.

A block is a list of lines `$ command`, continued by `> ` as a shell does, each followed by what is printed; `...` stands for anything.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINE_NUMBER = re.compile(r"(\w\.toml):\d+")
PROMPT = re.compile(r"^\$ (.*(?:\n> .*)*)\n?", re.MULTILINE)


class Example(NamedTuple):
    """One command of a page, the line of its block, and what the page says it prints."""

    where: str
    command: str
    printed: str


def examples(page: Path) -> list[Example]:
    """Every command in the console blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = []
    for block in BLOCK.finditer(text):
        where = f"{page.relative_to(ROOT)}:{text.count(chr(10), 0, block.start()) + 1}"
        pieces = PROMPT.split(block[1])
        assert pieces[0] == "", f"{where}: output before the first prompt"
        found += [
            Example(where, command.replace("\n> ", "\n"), printed) for command, printed in zip(pieces[1::2], pieces[2::2], strict=True)
        ]
    return found


def run(command: str, workspace: Path) -> str:
    """What a command of kgraph prints on both channels; it must end well."""
    words = shlex.split(command)
    assert words[0] == "kgraph", f"only kgraph may be called: {command}"
    plain = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": "140", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=workspace,
        env=plain,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, f"{command}\nended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def same(printed: str, expected: str) -> bool:
    """Whether the output is what the page shows; spaces at line ends and line numbers of word lists do not count.

    >>> same("a  \\nb\\nc\\n", "a\\n...\\nc\\n"), same("roles.toml:1\\n", "roles.toml:2\\n"), same("a\\n", "b\\n")
    (True, True, False)
    """
    got, want = (
        "\n".join(line.rstrip() for line in LINE_NUMBER.sub(r"\1:N", text).strip().split("\n")) + "\n" for text in (printed, expected)
    )
    return doctest.OutputChecker().check_output(want, got, doctest.ELLIPSIS)


SHOWN = {str(page.relative_to(ROOT)): shown for page in PAGES if (shown := examples(page))}


def test_the_readme_and_the_tutorial_show_commands() -> None:
    assert SHOWN.keys() >= {"README.md", "docs/tutorial.md"}


@pytest.mark.parametrize("page", SHOWN)
def test_the_commands_print_what_the_page_shows(page: str, workspace: Path, tmp_path: Path) -> None:
    # A page is one test in a folder of its own: what a command reads may have been written by the one before, but by no other page.
    folder = shutil.copytree(workspace, tmp_path / "workspace")
    for where, command, shown in SHOWN[page]:
        printed = run(command, folder)
        assert same(printed, shown), f"{where}\n$ {command}\n--- shown\n{shown}\n--- printed\n{printed}"
