"""What the key of an administrative unit tells: its province, and which units it lies in."""

from __future__ import annotations

import re

_VALID = re.compile(r"-\d{4}$")


def province_of(unit: str) -> str:
    """The last part of a unit's key, which names its province, whatever its borders were.

    >>> province_of("unit/quan-kien-an--hai-phong"), province_of("unit/hai-phong-2025")
    ('hai-phong', 'hai-phong')
    """
    return _place(unit).rpartition("--")[2]


def lies_in(one: str, other: str) -> bool:
    """Whether a unit is another one or lies in it, by their keys.

    >>> lies_in("unit/quan-y--ha-noi", "unit/ha-noi"), lies_in("unit/ha-noi", "unit/quan-y--ha-noi")
    (True, False)
    """
    inner, outer = _place(one), _place(other)
    return inner == outer or inner.endswith(f"--{outer}")


def related(one: str, other: str) -> bool:
    """Whether two units are one, or one lies in the other.

    >>> related("unit/phuong-x--quan-y--ha-noi", "unit/quan-y--ha-noi"), related("unit/quan-y--ha-noi", "unit/quan-z--ha-noi")
    (True, False)
    """
    return lies_in(one, other) or lies_in(other, one)


def _place(unit: str) -> str:
    return _VALID.sub("", unit.partition("/")[2])
