"""Knowledge graphs of campaigns, directives and officials, read from Vietnamese local-government and Party news.

>>> import kgraph
>>> kgraph.__version__
'0.1.0'
"""

from __future__ import annotations

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """The version, read when it is asked for, so that the command line starts without loading the settings."""
    if name == "__version__":
        from kgraph.settings import VERSION

        return VERSION
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
