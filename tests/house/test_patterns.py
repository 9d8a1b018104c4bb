"""No regular expression of the program can be made to backtrack wildly.

The patterns are those that the program really compiles, words of the lexicon included: a fresh interpreter imports every module and
reads the seeds with `re` watched. Each is judged twice: by its tree, and by running it on strings made from the tree to hurt it.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

parser: Any = pytest.importorskip("re._parser", reason="this Python keeps its parser of patterns elsewhere")

SOURCE = Path("src/kgraph")
SIGNS = [chr(code) for code in range(128)] + list("ăâđêôơưàáảãạềệỳỹĂÂĐÊÔƠƯÀÁẢÃẠỀỆỲỸ“”‘’–…\u00a0\u200b\u3000½")
"""Characters that stand for all others where it is asked what a part of a pattern can match."""
MANY = 15
"""A repetition that may come so often is as good as unbounded."""
FAILING = "\x00"
SECONDS = 0.25
ROUNDS = (*range(10, 30), *(int(30 * 1.25**step) for step in range(17)))
"""In steps so small that the first one over the limit is not far over it."""

WATCH = """
import importlib, importlib.util, json, pkgutil, re, sys
found = {}
own = importlib.util.find_spec("kgraph").submodule_search_locations[0]
compile_ = re._compile
def watched(pattern, flags):
    frame = sys._getframe(1)
    while frame and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    place = frame.f_code.co_filename if frame else ""
    if isinstance(pattern, str) and place.startswith(own):
        found[pattern, int(flags)] = f"{place[len(own) + 1:]}:{frame.f_lineno}"
    return compile_(pattern, flags)
re._compile = watched
import kgraph
for module in pkgutil.walk_packages(kgraph.__path__, "kgraph."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from pathlib import Path
from kgraph import read
for path in sorted(Path("seeds").glob("*.txt")):
    read(path.read_text("utf-8"))
print(json.dumps([[pattern, flags, place] for (pattern, flags), place in found.items()]))
"""


class Pattern(NamedTuple):
    """A pattern with the place that compiles it."""

    text: str
    flags: int
    place: str


@pytest.fixture(scope="session")
def patterns(root: Path) -> list[Pattern]:
    done = subprocess.run([sys.executable, "-c", WATCH], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Pattern(*row) for row in json.loads(done.stdout)] + list(written(root / SOURCE))


def written(folder: Path) -> Iterator[Pattern]:
    """Patterns that stand in the source as plain strings, whether a seed needs them or not."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and node.func.attr != "escape":  # type: ignore[attr-defined]
                    yield Pattern(text.value, 0, f"{path.relative_to(folder)}:{node.lineno}")


def test_no_repetition_can_share_its_text_with_another(patterns: list[Pattern]) -> None:
    assert len(patterns) > 100
    faults = {f"{p.place}: {fault} in {p.text[:80]}" for p in patterns for fault in doubtful(p.text, p.flags)}
    assert not faults, "\n".join(sorted(faults))


def test_no_pattern_is_slow_on_a_text_made_for_it(patterns: list[Pattern]) -> None:
    sound = (p for p in patterns if not list(doubtful(p.text, p.flags)))
    slow = {f"{p.place}: {p.text[:80]}" for p in sound if is_slow(p.text, p.flags)}
    assert not slow, "\n".join(sorted(slow))


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:a|aa)*$", r"(?:\w+ ?)+;", r"\d+\d+x", r"\w+\s*\w+:", r"a*b?a*c", r"(?:[a-z]+\d*)*!"])
def test_what_backtracks_is_found(pattern: str) -> None:
    assert list(doubtful(pattern, 0))


@pytest.mark.parametrize("pattern", [r"(?:\w+ )+;", r"\w+(?: \w+)*", r"a+b+", r"\w++\w*+", r"(?:\w{1,3} ){0,4}\w+", r"[^\n]*\n", r"a?a?"])
def test_what_does_not_is_let_through(pattern: str) -> None:
    assert not list(doubtful(pattern, 0))


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(?:\w|\w\w)+;", r"\w+\w+\w+\w+;"])
def test_what_is_slow_is_found_slow(pattern: str) -> None:
    assert is_slow(pattern, 0)


def doubtful(text: str, flags: int) -> Iterator[str]:
    """What in a pattern lets one text be matched in many ways."""
    yield from _of_sequence(parser.parse(text, flags), flags)


def _of_sequence(items: Any, flags: int) -> Iterator[str]:
    for item in items:
        for inner in _inside(item):
            yield from _of_sequence(inner, flags)
        if _is_repeat(item) and (body := item[1][2]) and (own := _unbounded_inside(body)) and not _is_delimited(body, own, flags):
            yield "a repetition inside a repetition, with nothing between two rounds that tells them apart"
        if _is_repeat(item) and not _tells_apart(item[1][2], flags):
            yield "a repetition of alternatives that begin alike"
        if _is_repeat(item) and _runs_on(item[1][2], flags):
            yield "a repetition whose round may end in what the next begins with"
    flat = list(_flattened(items))
    for at, first in enumerate(flat):
        if not _is_repeat(first):
            continue
        for second in flat[at + 1 :]:
            if _is_repeat(second) and _signs(first, flags) & _starts([second], flags):
                yield "two repetitions side by side that match the same"
            if not _is_optional(second) and not _starts([second], flags) & _signs(first, flags):
                break


def _is_repeat(item: Any) -> bool:
    return str(item[0]) in ("MAX_REPEAT", "MIN_REPEAT") and item[1][1] >= MANY


def _is_optional(item: Any) -> bool:
    name = str(item[0])
    if name == "SUBPATTERN":
        return all(map(_is_optional, item[1][3]))
    if name == "BRANCH":
        return any(all(map(_is_optional, branch)) for branch in item[1][1])
    return name in ("AT", "ASSERT", "ASSERT_NOT") or (name.endswith("REPEAT") and (item[1][0] == 0 or all(map(_is_optional, item[1][2]))))


def _inside(item: Any) -> list[Any]:
    """The sequences that stand inside an item."""
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return [value[3]]
    if name == "BRANCH":
        return list(value[1])
    if name.endswith("REPEAT"):
        return [value[2]]
    if name == "ATOMIC_GROUP":
        return [value]
    return [value[1]] if name in ("ASSERT", "ASSERT_NOT") else []


def _flattened(items: Any) -> Iterator[Any]:
    """A sequence without the brackets of its groups; repetitions of few rounds and alternatives stay whole."""
    for item in items:
        if str(item[0]) == "SUBPATTERN":
            yield from _flattened(item[1][3])
        else:
            yield item


def _unbounded_inside(items: Any) -> list[Any]:
    """The repetitions, at any depth, that can give back what they took."""
    found = [item for item in items if _is_repeat(item)]
    kept = (item for item in items if str(item[0]) not in ("POSSESSIVE_REPEAT", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"))
    return found + [deep for item in kept for inner in _inside(item) for deep in _unbounded_inside(inner)]


def _is_delimited(body: Any, repeats: Sequence[Any], flags: int) -> bool:
    """Whether each round begins or ends with a character that none of the inner repetitions can match."""
    flat = list(_flattened(body))
    signs = frozenset().union(*(_signs(item, flags) for item in repeats))
    begins = not _is_optional(flat[0]) and not _starts(flat[:1], flags) & signs
    return begins or (not _is_optional(flat[-1]) and not _signs(flat[-1], flags) & signs)


def _tells_apart(body: Any, flags: int) -> bool:
    """Whether the alternatives that a round consists of begin differently, each pair of them."""
    flat = list(_flattened(body))
    if len(flat) != 1 or str(flat[0][0]) != "BRANCH":
        return True
    return all(_part(one, other, flags) for one, other in combinations(flat[0][1][1], 2))


def _runs_on(body: Any, flags: int) -> bool:
    """Whether an optional end of a round can match what the next round begins with."""
    starts = _starts(body, flags)
    return len(body) > 1 and any(_starts([end], flags) & starts for end in takewhile(_is_optional, reversed(list(_flattened(body)))))


def _part(one: Any, other: Any, flags: int) -> bool:
    """Whether two sequences begin differently, letters that they share left out."""
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at] and str(one[at][0]) == "LITERAL":
        at += 1
    return not _starts(list(one)[at:], flags) & _starts(list(other)[at:], flags)


def _starts(items: Any, flags: int) -> frozenset[str]:
    """The characters with which a match of a sequence can begin."""
    found: frozenset[str] = frozenset()
    for item in items:
        inner = _inside(item)
        if str(item[0]) not in ("AT", "ASSERT", "ASSERT_NOT"):
            found |= frozenset().union(*(_starts(i, flags) for i in inner)) if inner else _signs(item, flags)
        if not _is_optional(item):
            break
    return found


def _signs(item: Any, flags: int) -> frozenset[str]:
    """All characters that can stand in a match of an item."""
    name, value = str(item[0]), item[1]
    if name in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF"):
        return frozenset()
    if inner := _inside(item):
        return frozenset().union(*(_signs(i, flags) for sequence in inner for i in sequence))
    if name == "LITERAL":
        return frozenset({chr(value)})
    return frozenset(sign for sign in SIGNS if _takes(item, sign))


def _takes(item: Any, sign: str) -> bool:
    """Whether a set, a dot or a negated character takes a character."""
    name, value = str(item[0]), item[1]
    if name == "ANY":
        return sign != "\n"
    if name == "NOT_LITERAL":
        return ord(sign) != value
    negated = bool(value) and str(value[0][0]) == "NEGATE"
    return negated != any(_in_set(part, sign) for part in value[negated:])


def _in_set(part: Any, sign: str) -> bool:
    name, value = str(part[0]), part[1]
    if name == "LITERAL":
        return ord(sign) == value
    if name == "RANGE":
        return bool(value[0] <= ord(sign) <= value[1])
    kind = str(value).removeprefix("CATEGORY_")
    base = kind.removeprefix("NOT_")
    holds = {"DIGIT": sign.isdecimal(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}[base]
    return holds != (base != kind)


def is_slow(text: str, flags: int) -> bool:
    """Whether a search in some string of a thousand rounds of a repetition takes longer than work in proportion to its square can."""
    pattern = re.compile(text, flags)
    return any(_outlasts(pattern, before, round_) for before, round_ in set(_attacks(parser.parse(text, flags), "")))


def _outlasts(pattern: re.Pattern[str], before: str, round_: str) -> bool:
    for rounds in ROUNDS:
        begin = time.process_time()
        pattern.search(before + round_ * rounds + FAILING)
        if time.process_time() - begin > SECONDS:
            return True
    return False


def _attacks(items: Any, before: str) -> Iterator[tuple[str, str]]:
    """For each repetition of a pattern the text that leads to it and one of its rounds."""
    for item in items:
        if _is_repeat(item):
            yield before, _example(item[1][2])
        for inner in _inside(item):
            yield from _attacks(inner, before)
        before += _example([item])


def _example(items: Any) -> str:
    """A text that a sequence matches, look-arounds left out; letters before signs."""
    made = ""
    for item in items:
        name, inner = str(item[0]), _inside(item)
        if name.endswith("REPEAT"):
            made += _example(inner[0]) * max(item[1][0], 1 if item[1][1] >= MANY else 0)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP", "BRANCH"):
            made += _example(inner[0])
        elif name not in ("AT", "ASSERT", "ASSERT_NOT", "GROUPREF"):
            made += min(_signs(item, 0), key=lambda sign: (not sign.isalpha(), not sign.isalnum(), not sign.isascii(), sign), default="")
    return made
