"""How the rules and the words fare on a corpus, and what they miss there: a working list for whoever writes them."""

from kgraph.audit.gaps import GAPS
from kgraph.audit.report import AuditReport, audit, by_count
from kgraph.audit.sample import Example, Group
from kgraph.audit.tables import write_tables

__all__ = ["GAPS", "AuditReport", "Example", "Group", "audit", "by_count", "write_tables"]
