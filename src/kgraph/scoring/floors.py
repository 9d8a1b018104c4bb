"""Floors: the F1 that each class of fact must reach on gold that a fingerprint pins. They only rise."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import KgraphError, NothingMatched
from kgraph.scoring.report import ENTITY_ROWS, RELATION_ROWS, VALUE_ROWS, ScoreReport

_LINE = re.compile(r'^(?P<head>"?(?P<name>[\w.]+)"? *= *)(?P<floor>[\d.]++)(?P<rest>.*)$')
_TABLE = "[f1]"


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by class, and the fingerprint of the gold they were measured on."""

    gold_sha256: str
    f1: Mapping[str, float]


def read_floors(path: Path) -> Floors:
    """The floors of a TOML file with `gold_sha256` and a last table `[f1]`; KgraphError where it is none."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return Floors(str(content["gold_sha256"]), {str(name): float(value) for name, value in content["f1"].items()})
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise KgraphError(f"cannot read the floors: {error!r}", where=str(path), mend="write gold_sha256 and a table [f1]") from error


def below(report: ScoreReport, floors: Floors) -> Iterator[tuple[str, float, float]]:
    """Each class below its floor: its name, its F1 (0 where nothing was counted), the floor."""
    for name, floor in floors.f1.items():
        f1 = report.figures[name].f1 if name in report.figures else 0.0
        if f1 < floor:
            yield name, f1, floor


def check_gold(report: ScoreReport, floors: Floors, *, where: Path) -> None:
    """NothingMatched where the floors were measured on other gold."""
    if report.gold_sha256 != floors.gold_sha256:
        mend = f"if the gold was changed on purpose, set gold_sha256 to {report.gold_sha256} and say why"
        raise NothingMatched("these floors are of other gold", where=str(where), mend=mend)


def raised(text: str, report: ScoreReport) -> str:
    """The text of a file of floors with each floor raised to the F1 of its class where that is higher, and with a floor for every
    class with gold that had none. Everything else stays as it is, no floor is lowered."""
    lines, seen = [], set()
    inside = False
    for line in text.rstrip("\n").split("\n"):
        inside = inside or line.strip() == _TABLE
        m = _LINE.match(line) if inside else None
        if m and (row := report.figures.get(m["name"])) and row.f1 > float(m["floor"]):
            line = f"{m['head']}{row.f1:.4f}{m['rest']}"
        seen |= {m["name"]} if m else set()
        lines.append(line)
    classes = (*ENTITY_ROWS, *VALUE_ROWS, *RELATION_ROWS)
    new = [name for name in classes if name not in seen and name in report.figures and report.figures[name].gold]
    lines += [f"{_key(name)} = {report.figures[name].f1:.4f}" for name in new]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """A key of TOML; a dotted name in quotation marks.

    >>> _key("events"), _key("rel.about")
    ('events', '"rel.about"')
    """
    return f'"{name}"' if "." in name else name
