"""The data of a page written short: what many objects have in common is said once. `web/compact.js` opens it again.

An object becomes a list: the number of its shape, then its values in the order of the keys of that shape; a list gets a 0 in front. Where
the values under a key of a shape are words that come again and again, numbers stand for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Shape = tuple[str, ...]
_AGAIN = 3
"""Words that come so many times on average are worth a number."""


def compact(value: Any) -> list[Any]:
    """Shapes, each with its keys and for every key its words or 0, and the value written with them.

    >>> compact([{"class": "Event", "at": [1, 2]}, {"class": "Event", "at": None}, {"class": "Event", "at": None}])
    [[[['class', 'at'], [['Event'], 0]]], [0, [1, 0, [0, 1, 2]], [1, 0, None], [1, 0, None]]]
    """
    found: dict[Shape, list[list[Any]]] = {}
    for one in _objects(value):
        found.setdefault(tuple(one), []).append(list(one.values()))
    words = {shape: [_words(column) for column in zip(*rows, strict=True)] for shape, rows in found.items()}
    return [[[list(shape), [list(known) or 0 for known in words[shape]]] for shape in found], _written(value, list(found), words)]


def unpacked(written: list[Any]) -> Any:
    """What was written short, as it was.

    >>> value = {"a": [{"x": "one", "y": 1}, {"x": "one", "y": {"x": [], "y": ""}}], "b": []}
    >>> unpacked(compact(value)) == value
    True
    """
    shapes, root = written

    def open_value(value: Any) -> Any:
        if not isinstance(value, list):
            return value
        if value[0] == 0:
            return [open_value(item) for item in value[1:]]
        keys, words = shapes[value[0] - 1]
        return {key: known[item] if known else open_value(item) for key, known, item in zip(keys, words, value[1:], strict=True)}

    return open_value(root)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from _objects(item)


def _words(column: tuple[Any, ...]) -> dict[str, int]:
    """The different words of a column by number; nothing where they are not words, or hardly come again."""
    if not all(isinstance(value, str) for value in column):
        return {}
    different = dict.fromkeys(column)
    return {word: number for number, word in enumerate(different)} if len(different) * _AGAIN <= len(column) else {}


def _written(value: Any, shapes: list[Shape], words: dict[Shape, list[dict[str, int]]]) -> Any:
    numbers = {shape: number for number, shape in enumerate(shapes, 1)}

    def write(value: Any) -> Any:
        if isinstance(value, dict):
            shape = tuple(value)
            columns = zip(value.values(), words[shape], strict=True)
            return [numbers[shape], *(known[item] if known else write(item) for item, known in columns)]
        return [0, *map(write, value)] if isinstance(value, (list, tuple)) else value

    return write(value)
