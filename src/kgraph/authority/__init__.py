"""What is known beside the articles: hand-kept lists of documents, bodies, symbols and terms of the Party in `ontology/authority`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kgraph.authority.bodies import Bodies, load_bodies
from kgraph.authority.documents import Documents, load_documents
from kgraph.authority.symbols import Symbols, load_symbols
from kgraph.authority.terms import Terms, load_terms
from kgraph.lexicon import Lexicon
from kgraph.settings import ontology_folder

__all__ = ["Authority", "open_authority"]


@dataclass(frozen=True, slots=True, eq=False)
class Authority:
    """The lists together; what one names of another is there."""

    documents: Documents
    bodies: Bodies
    symbols: Symbols
    type_labels: Mapping[str, str]
    """The Vietnamese name of each type of document, by concept."""
    terms: Terms


@cache
def open_authority(lexicon: Lexicon, folder: Path | None = None) -> Authority:
    """The lists of a folder (default: those shipped), checked against a lexicon; AuthorityError names file and line of a fault.

    >>> from kgraph.lexicon import load_lexicon
    >>> open_authority(load_lexicon()).documents.document("directive/luat-dat-dai-2024").designation
    '31/2024/QH15'
    """
    folder = folder or ontology_folder() / "authority"
    bodies = load_bodies(folder / "organizations.toml", lexicon)
    documents = load_documents(folder / "documents.toml", lexicon, bodies)
    labels = {entry.concept: entry.vi for entry in lexicon.by_kind.get("directive", ()) if entry.id == f"directive/{entry.concept}"}
    symbols, terms = load_symbols(folder / "document-types.toml", lexicon), load_terms(folder / "terms.toml")
    return Authority(documents, bodies, symbols, MappingProxyType(labels), terms)
