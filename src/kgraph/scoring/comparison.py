"""One article of the graph against its gold facts: entities first, then what is said of those that were matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kgraph.scoring.fitting import FITS, Gold, assign, body_fit, date_fit, place_words
from kgraph.scoring.folding import best, first_form, forms_of, name_of, same_role
from kgraph.scoring.reading import RELATIONS, Position, Reading
from kgraph.scoring.tally import Tally


@dataclass(frozen=True)
class Matches:
    """Required gold items by class and IRI, and the IRIs of nodes that fit an optional item, which counts neither way."""

    required: Mapping[str, Mapping[str, Any]]
    excused: frozenset[str]


def compare(gold: Gold, reading: Reading, tally: Tally) -> None:
    """Counts into `tally` how a reading stands against the gold facts of its article."""
    matches = match_entities(gold, reading, tally)
    count_positions(gold, reading, matches, tally)
    count_values(gold, reading, matches, tally)
    count_relations(gold, reading, matches, tally)


def match_entities(gold: Gold, reading: Reading, tally: Tally) -> Matches:
    """Matches the items of each class with nodes, counts them, and says which node is which item."""
    required: dict[str, dict[str, Any]] = {}
    excused: set[str] = set()
    for kind, (fit, threshold) in FITS.items():
        items, found = gold.get(kind, []), reading.found[kind]
        optional = [item for item in gold.get("optional", {}).get(kind, []) if name_of(item)]
        both = assign([*items, *optional], found, partial(fit, reading=reading, gold=gold), threshold)
        wanted = {id(item) for item in items}
        required[kind] = {iri: item for iri, item in both.items() if id(item) in wanted}
        optional_nodes = both.keys() - required[kind].keys()
        tally.excuse(gold["id"], kind, map(reading.name, sorted(optional_nodes)))
        excused |= optional_nodes
        hits = {id(item) for item in required[kind].values()}
        right = [name_of(item) for item in items if id(item) in hits]
        missed = [name_of(item) for item in items if id(item) not in hits]
        tally.add(gold["id"], kind, right=right, missed=missed, wrong=[reading.name(iri) for iri in found if iri not in both])
    return Matches(required, frozenset(excused))


def count_positions(gold: Gold, reading: Reading, matches: Matches, tally: Tally) -> None:
    """Counts the positions of each official, and the status of those that are right."""
    article, words = gold["id"], place_words(gold)
    nodes = {id(item): iri for iri, item in matches.required["officials"].items()}
    for official in gold.get("officials", []):
        name = name_of(official)
        right: list[str] = []
        missed: list[str] = []
        have = list(reading.positions.get(nodes.get(id(official), ""), []))
        for position in official.get("positions", []):
            fits = [held for held in have if _is_position(position, held, words)]
            (right if fits else missed).append(f"{name}: {first_form(position['role'])} @ {first_form(position.get('org'))}")
            if not fits:
                continue
            status, bodies = position.get("status", "held"), position.get("org")
            held = max(fits, key=lambda held: (held[2] == status, best(bodies, held[1])))
            have.remove(held)
            item, same = [f"{name}: {held[0]}: {status}"], held[2] == status
            tally.add(article, "position.status", right=item if same else (), missed=() if same else item, wrong=() if same else [held[2]])
        tally.add(
            article, "positions", right=right, missed=missed, wrong=[f"{name}: {role} @ {body} ({status})" for role, body, status in have]
        )


def _is_position(position: Mapping[str, Any], held: Position, words: set[str]) -> bool:
    bodies = forms_of(position.get("org"))
    return same_role(position["role"], held[0]) and (not bodies or body_fit(bodies, held[1], words) >= 0.7)


def count_values(gold: Gold, reading: Reading, matches: Matches, tally: Tally) -> None:
    """Counts dates and editions of matched directives, campaigns and events."""
    article = gold["id"]
    for iri, item in matches.required["directives"].items():
        issued = reading.issued_on.get(iri, "")[:10]
        tally.add_value(article, "directive.date", item.get("date"), issued, agree=str.__eq__, label=name_of(item))
    for iri, item in matches.required["campaigns"].items():
        edition = str(item.get("edition") or "")
        tally.add_value(article, "campaign.edition", edition, reading.edition.get(iri), agree=str.__eq__, label=name_of(item)[:50])
    for iri, item in matches.required["events"].items():
        wanted, have = item.get("date"), reading.date.get(iri)
        if wanted and (have or not wanted.startswith("XXXX")):
            tally.add_value(article, "event.date", wanted, have, agree=lambda w, h: date_fit(w, h) == 1.0, label=name_of(item)[:50])


def count_relations(gold: Gold, reading: Reading, matches: Matches, tally: Tally) -> None:
    """Counts relations between matched items; one that touches an excused node is not wrong."""
    ids = {iri: item["id"] for found in matches.required.values() for iri, item in found.items()}
    names = {item["id"]: name_of(item) for kind in FITS for item in gold.get(kind, [])}
    wanted = {tuple(row) for row in gold.get("relations", [])}
    allowed = {tuple(row) for row in gold.get("optional", {}).get("relations", []) if len(row) == 3}
    hits, wrong = set(), defaultdict(list)
    for relation, s, o in sorted(reading.relations):
        triple, shown = (relation, ids.get(s), ids.get(o)), f"{reading.name(s)[:60]} → {reading.name(o)[:60]}"
        if triple in wanted:
            hits.add(triple)
        elif triple in allowed or {s, o} & matches.excused:
            tally.excuse(gold["id"], f"rel.{relation}", [shown])
        else:
            wrong[relation].append(shown)
    for relation in RELATIONS:
        mine = {triple for triple in wanted if triple[0] == relation}
        right, missed = ([f"{names[s][:60]} → {names[o][:60]}" for _, s, o in sorted(part)] for part in (mine & hits, mine - hits))
        tally.add(gold["id"], f"rel.{relation}", right=right, missed=missed, wrong=wrong[relation])
