"""The formats of an export, and the way from a graph to a file or folder: whole or not at all."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from kgraph.errors import KgraphError, Refused
from kgraph.exports.quads import Source, opened
from kgraph.outputs import replaced_together

Write = Callable[[Source, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is, the name ends that stand for it, its writer (`module:function`), and whether that fills a folder."""

    name: str
    what: str
    suffixes: tuple[str, ...]
    writer: str
    many: bool = False
    streams: bool = True

    def write(self, source: Source, target: Path) -> None:
        """Writes the file, or the files into a folder that exists."""
        module, _, function = self.writer.partition(":")
        work: Write = getattr(import_module(f"kgraph.exports.{module}"), function)
        work(source, target)


FORMATS: Final = {
    format.name: format
    for format in (
        Format("nquads", "N-Quads, sorted", (".nq",), "nquads:write_nquads"),
        Format("turtle", "Turtle: the union of the graphs, grouped by class", (".ttl",), "turtle:write_union"),
        Format("trig", "TriG: facts in the graph of their article, evidence apart", (".trig",), "trig:write_trig"),
        Format("rdf12", "TriG of RDF 1.2: statements as reifiers of triple terms", (".rdf12.trig", ".trig12"), "rdf12:write_rdf12"),
        Format("jsonld", "JSON-LD with its context inside: the named graphs", (".jsonld",), "jsonld:write_jsonld"),
        Format(
            "jsonld-entities", "JSON-LD framed by entity, evidence below", (".entities.jsonld",), "jsonld_entities:write_jsonld_entities"
        ),
        Format(
            "annotations", "Web Annotation: each statement on the words that show it", (".anno.jsonld",), "annotations:write_annotations"
        ),
        Format("graphml", "GraphML: the network of entities", (".graphml",), "networks:write_graphml", streams=False),
        Format("gexf", "GEXF with time, for Gephi: the network of entities", (".gexf",), "networks:write_gexf", streams=False),
        Format("csv", "tables as CSV with a codebook (folder or .zip)", (".csv.zip",), "panels:write_panels", many=True),
        Format("neo4j", "CSV for neo4j-admin database import (folder or .zip)", (".neo4j.zip",), "neo4j:write_neo4j", many=True),
        Format(
            "parquet", "tables as Parquet (folder or .zip; needs kgraph[parquet])", (".parquet.zip",), "parquet:write_parquet", many=True
        ),
        Format("void", "VoID and DCAT: what the dataset is", (".void.ttl",), "description:write_description"),
        Format(
            "ontology",
            "the ontology as a page, vi and en, with how often each term is used",
            (".html",),
            "ontology_page:write_ontology_page",
        ),
    )
}
"""Every format by its name."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


def format_of(target: Path) -> Format:
    """The format that the name of a file stands for, by its longest ending; Refused where none does.

    >>> format_of(Path("a/graph.void.ttl")).name, format_of(Path("GRAPH.TTL")).name
    ('void', 'turtle')
    """
    name = target.name.lower()
    found = [(suffix, format) for format in FORMATS.values() for suffix in format.suffixes if name.endswith(suffix)]
    if not found:
        raise Refused("no format is known by that name", where=str(target), mend=f"give --format: {', '.join(FORMATS)}")
    return max(found, key=lambda pair: len(pair[0]))[1]


def export(nquads: Path, target: Path, format: Format) -> None:
    """Writes the graph to `target` in a format; a failure leaves what stood there as it was.

    A format of many files fills a folder, or is packed where `target` ends in `.zip`. KgraphError where the graph cannot be read.
    """
    folder = format.many and target.suffix.lower() != ".zip"
    if not folder and target.is_dir():
        raise KgraphError("a folder stands where a file is to be written", where=str(target), mend="name a file in it")
    with replaced_together(target if folder else target.parent) as scratch:
        whole = made(nquads, scratch, format, target.name)
        for file in whole.iterdir() if folder else (whole,):
            file.replace(scratch / (file.name if folder else target.name))


def made(nquads: Path, room: Path, format: Format, name: str) -> Path:
    """The file of a format, or its folder where `name` is not that of a zip, in a new folder below `room`."""
    (work := room / "made").mkdir()
    target = work / "files" if format.many else work / "file"
    if format.many:
        target.mkdir()
    with opened(nquads, room) as source:
        format.write(source, target)
    if not format.many or not name.lower().endswith(".zip"):
        return target
    _pack(target, work / "file")
    return work / "file"


def _pack(folder: Path, target: Path) -> None:
    """A zip of the files of a folder: in the order of their names, without times, so that equal files give equal bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(folder.iterdir()):
            member = zipfile.ZipInfo(path.name, date_time=_EPOCH)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as file, archive.open(member, "w", force_zip64=True) as packed:
                shutil.copyfileobj(file, packed)
