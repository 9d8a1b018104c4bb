"""Knowledge graphs of campaigns, directives and officials, read from Vietnamese local-government and Party news.

>>> import kgraph
>>> kgraph.__version__
'0.1.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kgraph.api import Article, Findings, KgraphError, __version__, open, open_graph, read, to_networkx, to_rdflib

__all__ = ["Article", "Findings", "KgraphError", "__version__", "open", "open_graph", "read", "to_networkx", "to_rdflib"]


def __getattr__(name: str) -> Any:
    """A name of `kgraph.api`, loaded when it is asked for, so that the command line starts without the rooms behind it."""
    if name in __all__:
        from kgraph import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
