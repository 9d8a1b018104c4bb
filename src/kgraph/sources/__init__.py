"""Sources: files as they lie on a disk become articles, or are refused with a place and a reason; one room per format."""

from kgraph.sources.outcomes import Refusal
from kgraph.sources.reading import read_sources

__all__ = ["Refusal", "read_sources"]
