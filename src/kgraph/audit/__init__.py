"""How the rules and the words fare on a corpus, and what they miss there: a working list for whoever writes them."""

from kgraph.audit.gaps import GAPS, Covered
from kgraph.audit.names import missed_names
from kgraph.audit.numbers import missed_numbers
from kgraph.audit.report import AuditReport, audit, by_count
from kgraph.audit.sample import Example, Group
from kgraph.audit.tables import write_tables
from kgraph.audit.words import spans_of

__all__ = [
    "GAPS",
    "AuditReport",
    "Covered",
    "Example",
    "Group",
    "audit",
    "by_count",
    "missed_names",
    "missed_numbers",
    "spans_of",
    "write_tables",
]
