"""The stretches of people's posts as the derived graph holds them: role, body, the attested days, and the holdings they rest on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kgraph.store.graph import Graph, Row

_TENURES = """SELECT ?person ?tenure ?role ?body ?from ?to ?taken ?left ?over ?holding WHERE {
  ?tenure a kg:Tenure ; org:member ?person ; org:role ?role .
  OPTIONAL { ?tenure org:organization ?body } OPTIONAL { ?tenure kg:attestedFrom ?from } OPTIONAL { ?tenure kg:attestedTo ?to }
  OPTIONAL { ?tenure kg:takenUpOn ?taken } OPTIONAL { ?tenure kg:leftOn ?left } OPTIONAL { ?tenure kg:overBy ?over }
  OPTIONAL { ?tenure prov:wasDerivedFrom ?holding } }"""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stretch of a post: IRIs of role and body, the days (ISO, empty where unknown) that articles attest, IRIs of the holdings."""

    iri: str
    role: str
    body: str
    attested_from: str
    attested_to: str
    taken_up: str
    left: str
    over_by: str
    holdings: tuple[str, ...]


def read_tenures(graph: Graph, person: str = "") -> dict[str, tuple[Tenure, ...]]:
    """The tenures by the IRI of the person, of all people or of one; those of a person by first day."""
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in graph.rows(_TENURES, given={"person": person} if person else None):
        rows[row["person"], row["tenure"]].append(row)
    found: dict[str, list[Tenure]] = defaultdict(list)
    for (who, iri), said in sorted(rows.items()):
        found[who].append(_tenure(iri, said))
    return {who: tuple(sorted(tenures, key=_order)) for who, tenures in found.items()}


def _tenure(iri: str, rows: list[Row]) -> Tenure:
    row = min(rows, key=lambda row: sorted(row.items()))
    return Tenure(
        iri=iri,
        role=row["role"],
        body=row.get("body", ""),
        attested_from=row.get("from", ""),
        attested_to=row.get("to", ""),
        taken_up=row.get("taken", ""),
        left=row.get("left", ""),
        over_by=row.get("over", ""),
        holdings=tuple(sorted({row["holding"] for row in rows if "holding" in row})),
    )


def _order(tenure: Tenure) -> tuple[str, str, str]:
    first = tenure.attested_from or tenure.taken_up or tenure.left or tenure.over_by or "~"
    return (first, tenure.attested_to, tenure.iri)
