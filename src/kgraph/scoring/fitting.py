"""How well a gold item and a node of the graph fit, 0..1: one measure per kind of thing, and the threshold from which they are one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kgraph.scoring.folding import best, first_form, forms_of, name_of, norm, number_key, overlap, without_level
from kgraph.scoring.reading import Reading

Gold = Mapping[str, Any]
"""The gold facts of one article, as in its JSON file."""
Fit = Callable[..., float]
"""A function of (item, iri, *, reading, gold)."""

_NUMERAL = re.compile(r"\b(?:[IVXLC]+|\d+)\b")
_LEVELS = {"ward": "commune"}


def fit_official(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """1 where the names are equal."""
    names = forms_of(name_of(item) if isinstance(item, str) else item["name"])
    return float(any(norm(name) == norm(reading.name(iri)) for name in names))


def fit_directive(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """By number and type; a bare number fits a full one that begins with it; by name where neither has a number."""
    if isinstance(item, str):
        return overlap(item, reading.name(iri))
    wanted, have = number_key(first_form(item.get("number"))), number_key(reading.designation.get(iri))
    same_type = not item.get("type") or norm(reading.document_type.get(iri)) in {norm(form) for form in forms_of(item["type"])}
    if wanted and have:
        if wanted == have:
            return 1.0 if same_type else 0.5
        bare = re.match(r"\d+", have)
        return 0.9 if wanted.isdigit() and same_type and bare and bare[0] == wanted else 0.0
    if wanted or (have and not item.get("name")):
        return 0.0
    label = reading.name(iri)
    numerals = set(_NUMERAL.findall(label))
    return best([name for name in forms_of(item.get("name")) if set(_NUMERAL.findall(name)) == numerals], label)


def fit_campaign(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """By name; a long name inside the other is the same campaign, said shorter."""
    label, names = reading.name(iri), [item] if isinstance(item, str) else forms_of(item.get("name"))
    value = best(names, label)
    for name in names:
        small, large = sorted((norm(name).split(), norm(label).split()), key=len)
        if len(small) >= 4 and f" {' '.join(small)} " in f" {' '.join(large)} " and len(small) >= 0.4 * len(large):
            value = max(value, 0.7 + 0.3 * len(small) / len(large) - 0.1)
    return value


def date_fit(wanted: str | None, found: str | None) -> float:
    """1 equal, 0.5 compatible (one is less exact), 0 else; `wanted` is ISO with XXXX and Qn, `found` is EDTF.

    >>> date_fit("2024-Q1", "2024-33"), date_fit("2024-03", "2024-03-19"), date_fit("XXXX-03-19", "2024-03-19"), date_fit("2024", None)
    (1.0, 0.5, 0.5, 0.0)
    """
    found = re.sub(r"[?~%]", "", found or "").split("/")[0]
    found = re.sub(r"-(3[3-6])$", lambda season: f"-Q{int(season[1]) - 32}", found)
    if not wanted or not found:
        return 0.0
    if wanted == found:
        return 1.0
    if "XXXX" in (wanted[:4], found[:4]):
        return 0.5 if wanted[4:] == found[4:] else 0.0
    short, long = sorted((wanted, found), key=len)
    if re.search(r"-Q\d$", short):
        year, quarter = short.split("-Q")
        return 0.5 if long[:4] == year and long[5:7].isdigit() and (int(long[5:7]) - 1) // 3 + 1 == int(quarter) else 0.0
    return 0.5 if long.startswith(short + "-") else 0.0


def fit_event(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """By date, kind and name together; 0 where neither kind nor name is alike."""
    label, kind = reading.name(iri), reading.kind.get(iri, "")
    if isinstance(item, str):
        return overlap(item, label)
    alike = best(item.get("kind"), f"{kind} {label}", lambda a, b: 1.0 if f" {norm(a)} " in f" {norm(b)} " else overlap(a, kind))
    named = best(item.get("name"), label)
    if alike < 0.5 and named < 0.3:
        return 0.0
    return 0.35 * date_fit(item.get("date"), reading.date.get(iri)) + (0.2 if alike >= 0.5 else 0.0) + 0.45 * named


def place_words(gold: Gold) -> set[str]:
    """Words of the names of the article's units, which tell bodies of different places apart."""
    scope = gold.get("scope") or {}
    names = [name for place in gold["places"] for name in forms_of(place["name"])]
    names += [*forms_of(scope.get("unit")), *forms_of(scope.get("province"))]
    return {
        word for name in (*names, *forms_of(scope.get("unit")), *forms_of(scope.get("province"))) for word in without_level(name).split()
    }


def body_fit(forms: Iterable[str], label: str, words: set[str]) -> float:
    """Best overlap with a form that speaks of the same place (`words`) and begins with the same kind of body."""
    value, have = 0.0, norm(label).split()
    for form in forms:
        want = norm(form).split()
        if want and have and set(want) & words == set(have) & words and want[0] == have[0]:
            value = max(value, overlap(form, label))
        elif want == have:
            return 1.0
    return value


def fit_organization(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """By name, and by those other names that say the same place."""
    label, words = reading.name(iri), place_words(gold)
    if isinstance(item, str):
        return body_fit([item], label, words)
    names, aliases = forms_of(item["name"]), item.get("aliases", [])
    here = set(norm(names[0]).split()) & words
    alike = [alias for alias in aliases if (set(norm(alias).split()) & words == here and len(norm(alias).split()) >= 3) or not here]
    return max(body_fit([*names, *alike], label, words), *(float(norm(alias) == norm(label)) for alias in names + alike))


def fit_place(item: Any, iri: str, *, reading: Reading, gold: Gold) -> float:
    """1 where the names are equal, with or without the word of level, and the levels do not differ."""
    label = reading.name(iri)
    names = [item] if isinstance(item, str) else forms_of(item["name"])
    level = None if isinstance(item, str) else _LEVELS.get(item.get("level", ""), item.get("level"))
    have = reading.level.get(iri, "").rsplit("/", 1)[-1].replace("level-", "")
    if level and have and level != have:
        return 0.0
    return max(1.0 if norm(name) == norm(label) or without_level(name) == without_level(label) else 0.0 for name in names)


FITS: Mapping[str, tuple[Fit, float]] = {
    "officials": (fit_official, 1.0),
    "directives": (fit_directive, 0.7),
    "campaigns": (fit_campaign, 0.6),
    "events": (fit_event, 0.35),
    "organizations": (fit_organization, 0.75),
    "places": (fit_place, 1.0),
}


def assign(wanted: list[Any], found: list[str], likeness: Callable[[Any, str], float], threshold: float) -> dict[str, Any]:
    """Items and nodes matched one to one, the best fit first: {iri: item} of all that fit by at least `threshold`.

    >>> assign(["ab", "a"], ["a", "b"], lambda item, iri: float(item == iri), 1.0)
    {'a': 'a'}
    """
    pairs = sorted((-likeness(item, iri), i, j) for i, item in enumerate(wanted) for j, iri in enumerate(found))
    used_items, used_nodes, matched = set(), set(), {}
    for value, i, j in pairs:
        if -value >= threshold and i not in used_items and j not in used_nodes:
            used_items.add(i)
            used_nodes.add(j)
            matched[found[j]] = wanted[i]
    return matched
