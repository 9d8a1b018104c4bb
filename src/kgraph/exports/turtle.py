"""Readable Turtle of all that a build knows: grouped by class, sorted, with one prefix for each type of resource.

A pass over the N-Quads sorts their triples on disk; a second pass writes one block for each subject into the file of its group; the
files are then put together. So memory does not grow with the graph, and equal graphs give equal bytes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kgraph import vocab
from kgraph.exports.quads import Source, read_quads
from kgraph.settings import BASE
from kgraph.sorting import Sorter
from kgraph.store.graph import PREFIXES

_SKOS = PREFIXES["skos"]
_TYPE = f"<{PREFIXES['rdf']}type>"
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Articles", (vocab.ARTICLE,)),
    ("Events", (vocab.EVENT,)),
    ("Campaigns", (vocab.CAMPAIGN,)),
    ("Directives", (vocab.DIRECTIVE,)),
    ("Officials", (vocab.OFFICIAL, vocab.PERSON)),
    ("Position holdings", (vocab.POSITION_HOLDING,)),
    ("Organisations", (vocab.ORGANIZATION,)),
    ("Administrative units", (vocab.ADMINISTRATIVE_UNIT,)),
    ("Statements", (vocab.STATEMENT,)),
    ("Concepts", (f"{_SKOS}ConceptScheme", f"{_SKOS}Concept")),
    ("Everything else", ()),
)
_GROUP_OF = {f"<{iri}>": place for place, (_, classes) in enumerate(_GROUPS) for iri in classes}
_REST = len(_GROUPS) - 1

# What tells a reader which thing it is comes first, in this order; then the rest of our own terms; then those of others.
_LEADING = (
    *("a", "rdfs:label", "skos:prefLabel", "skos:altLabel", "kg:asciiLabel", "dcterms:identifier", "kg:title"),
    *("kg:kind", "kg:documentType", "kg:designation", "org:member", "org:role", "org:organization"),
    *("rdf:subject", "rdf:predicate", "rdf:object", "kg:inArticle", "kg:begin", "kg:end", "kg:quote"),
)
_RANK = {name: place for place, name in enumerate(_LEADING)}

_PREFIX = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE = {
    f"<{vocab.XSD}integer>": re.compile(r"-?(?:0|[1-9][0-9]*)"),
    f"<{vocab.XSD}decimal>": re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+"),
    f"<{vocab.XSD}boolean>": re.compile(r"true|false"),
}
_WIDTH = 140


def write_turtle(nquads: Path, target: Path, *, base: str = BASE) -> int:
    """Writes the union of the graphs of `nquads` to `target` as Turtle; how many triples that is.

    `base` is the start of the resource names of the build: `<base>id/{type}/` and `<base>vocab/{scheme}/` get a prefix each.
    The order of the quads does not matter. While it runs, a folder beside `target` holds about twice the size of the graph.
    Raises KgraphError where `nquads` is missing or not N-Quads without blank nodes; `target` is then as it was.
    """
    with TemporaryDirectory(dir=target.parent, prefix=".turtle-") as room:
        runs = Path(room) / "runs"
        runs.mkdir()
        sorter, spaces = Sorter(runs), set[str]()
        for triple in (quad[:3] for quad in read_quads(nquads)):
            sorter.add((" ".join(triple),))
            spaces.update(term[1 : _cut(term)] for term in triple if term[0] == "<")
        prefixes = prefixes_for(spaces, base=base)
        parts = [Path(room) / f"group-{place}" for place in range(len(_GROUPS))]
        count = _write_groups(sorter.lines(), parts, {space: name for name, space in prefixes.items()})
        _join(parts, target, prefixes)
    return count


def write_union(source: Source, target: Path) -> None:
    """Writes an opened graph to `target` as Turtle."""
    write_turtle(source.quads, target, base=source.base)


def prefixes_for(spaces: Iterable[str], *, base: str = BASE) -> dict[str, str]:
    """Prefix -> namespace, in the order of their declaration: our own, those of resource types and code lists, those of others.

    `spaces` are the namespaces that occur; those of others are declared whether they occur or not.

    >>> list(prefixes_for({BASE + "id/event/", BASE + "id/article/", BASE + "vocab/level/", "https://example.org/"}))[:6]
    ['kg', 'article', 'event', 'level', 'kgv', 'dcterms']
    """
    others = {name: space for name, space in PREFIXES.items() if name not in ("kg", "kgid", "kgv")}
    own = {"kg": vocab.KG}
    for start in (f"{base}id/", f"{base}vocab/"):
        for space in sorted(space for space in spaces if space.startswith(start)):
            name = space.removeprefix(start).removesuffix("/")
            if _PREFIX.fullmatch(name) and name not in others:
                own.setdefault(name, space)
    return own | {"kgv": f"{base}vocab/"} | others


def block(subject: str, pairs: Iterable[tuple[str, str]], names: Mapping[str, str]) -> str:
    """All that is said of `subject`, as Turtle; `pairs` are predicates and objects as in N-Triples, `names` is namespace -> prefix.

    >>> print(block("<https://e.org/a>", [("<https://e.org/says>", '"hay"@vi')], {"https://e.org/": "e"}))
    e:a e:says "hay"@vi .
    """
    said: dict[str, list[str]] = {}
    for predicate, thing in pairs:
        said.setdefault("a" if predicate == _TYPE else _name(predicate, names), []).append(_term(thing, names))
    clauses = [_clause(predicate, sorted(said[predicate], key=_own_first)) for predicate in sorted(said, key=_reading_order)]
    return f"{_name(subject, names)} " + " ;\n    ".join(clauses) + " ."


def _write_groups(lines: Iterable[str], parts: list[Path], names: Mapping[str, str]) -> int:
    """Writes the block of each subject to the file of its group; the number of triples."""
    count = 0
    with ExitStack() as stack:
        files = [stack.enter_context(part.open("w", encoding="utf-8", newline="\n")) for part in parts]
        for subject, triples in groupby((line.split(" ", 2) for line in lines), key=lambda triple: triple[0]):
            pairs = [(predicate, thing) for _, predicate, thing in triples]
            count += len(pairs)
            group = min((_GROUP_OF.get(thing, _REST) for predicate, thing in pairs if predicate == _TYPE), default=_REST)
            files[group].write(f"\n{block(subject, pairs, names)}\n")
    return count


def _join(parts: list[Path], target: Path, prefixes: Mapping[str, str]) -> None:
    with target.open("wb") as whole:
        whole.write("".join(f"@prefix {name}: <{space}> .\n" for name, space in prefixes.items()).encode())
        for (heading, _), part in zip(_GROUPS, parts, strict=True):
            if part.stat().st_size:
                whole.write(f"\n# {'-' * (_WIDTH - len(heading) - 3)} {heading}\n".encode())
                with part.open("rb") as blocks:
                    shutil.copyfileobj(blocks, whole)


def _clause(predicate: str, things: list[str]) -> str:
    line = f"{predicate} {' , '.join(things)}"
    return line if len(things) == 1 or len(line) <= _WIDTH else f"{predicate}\n        " + " ,\n        ".join(things)


def _reading_order(predicate: str) -> tuple[int, str]:
    return _RANK.get(predicate, len(_RANK) + (not predicate.startswith("kg:"))), predicate


def _own_first(thing: str) -> tuple[bool, str]:
    return not thing.startswith("kg:"), thing


def _term(term: str, names: Mapping[str, str]) -> str:
    """An IRI or literal of N-Triples as Turtle; numbers and truth values in canonical form need no quotes."""
    if term[0] == "<":
        return _name(term, names)
    text, typed, datatype = term.rpartition('"^^')
    if not typed:
        return term
    if datatype in _BARE and _BARE[datatype].fullmatch(text, 1):
        return text[1:]
    return f'{text}"^^{_name(datatype, names)}'


def _name(iri: str, names: Mapping[str, str]) -> str:
    """An IRI in angle brackets, abbreviated where it has a prefix and what is left is plain enough for every parser."""
    cut = _cut(iri)
    prefix, local = names.get(iri[1:cut]), iri[cut:-1]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else iri


def _cut(iri: str) -> int:
    """Where the local part of an IRI in angle brackets begins."""
    return max(iri.rfind("/"), iri.rfind("#")) + 1
