"""What people decided: who is one, what is wrong, and what must not be shown. Read from three files, checked, applied at every build."""

from kgraph.reviewed.reading import Reviewed, read_reviewed

__all__ = ["Reviewed", "read_reviewed"]
