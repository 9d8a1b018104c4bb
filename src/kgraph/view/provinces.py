"""A page for each province, one for the centre, one for what no province is known of, and an index that leads to them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from kgraph.analysis.projection import Network, with_evidence
from kgraph.analysis.relations import OTHER_CLASS
from kgraph.analysis.situation import CENTRE
from kgraph.analysis.territory import PROVINCE
from kgraph.view.excerpt import excerpt, part_of
from kgraph.view.layouts import load_bands
from kgraph.view.levels import NOWHERE
from kgraph.view.page import hash_source, load_words, page_of
from kgraph.view.rest import rest_of
from kgraph.view.scene import OVERVIEW, Scene

INDEX = "index.html"
NAMES = 2_000
"""Names of things of other pages that each page carries."""

_ABOVE = ("Directive", "Organization", "Campaign")
_COUNTED = ("Official", "Organization", "Directive", "Campaign", "Event", "AdministrativeUnit")


@dataclass(frozen=True, slots=True)
class Part:
    """A page to be: its file, what it is called, the nodes that are its own."""

    file: str
    label: str
    own: tuple[str, ...]


def parts_of(scene: Scene, *, lang: str) -> tuple[Part, ...]:
    """The provinces of a scene by name, then the centre and what lies nowhere; those of which something is known."""
    own: dict[str, list[str]] = defaultdict(list)
    for name, data in sorted(scene.network.nodes.items()):
        top = next((unit for unit in data["units"][-1:] if unit in scene.network), "")
        if top and scene.network.nodes[top]["level"] == PROVINCE:
            own[top].append(name)
        else:
            own[CENTRE if data["level"] == CENTRE else NOWHERE].append(name)
    bands, taken = load_bands(), Counter({INDEX: 1})
    provinces = sorted((scene.network.nodes[key]["asciiLabel"], key) for key in own if key in scene.network)
    parts = [Part(_file(key, taken), scene.network.nodes[key]["label"], tuple(own[key])) for _, key in provinces]
    return (*parts, *(Part(_file(key, taken), bands[key][lang], tuple(own[key])) for key in (CENTRE, NOWHERE) if key in own))


def write_pages(
    scene: Scene, write: Callable[[str, str], object], *, lang: str, cap: int, progress: Callable[[int], object] | None = None
) -> tuple[Part, ...]:
    """The pages and their index by `write`, which is given the name and the text of each file; `progress` is told how many are done."""
    parts = parts_of(scene, lang=lang)
    whole = with_evidence(scene.network, scene.graph)
    page_of_node = {name: number for number, part in enumerate(parts) for name in part.own}
    names = [part.file for part in parts]
    for number, part in enumerate(parts):
        shown = excerpt(part_of(whole, _with_above(whole, part.own)), scene.stories, cap)
        rest = rest_of(whole, shown, most=NAMES, pages=names, page_of=page_of_node)
        pages = {"index": INDEX, "here": part.file, "others": [[other.label, other.file] for other in parts]}
        write(part.file, page_of(scene, shown, lang=lang, opening=OVERVIEW, rest=rest, pages=pages))
        if progress:
            progress(number + 1)
    write(INDEX, make_index(scene, parts, lang=lang))
    return parts


def make_index(scene: Scene, parts: Sequence[Part], *, lang: str) -> str:
    """The index as plain HTML: a table of the pages with what each is about, nothing that runs."""
    own, words = tomllib.loads(_text("index.toml")), load_words()
    heads = [own["place"][lang], *(words["classes"][name][lang] for name in _COUNTED), own["things"][lang]]
    rows = [[part.file, part.label, *_counts(scene.network, part)] for part in parts]
    style = _text("index.css")
    return Template(_text("index.html")).substitute(
        lang=lang,
        policy=f"default-src 'none'; style-src {hash_source(style)}; img-src data:; base-uri 'none'; form-action 'none'",
        title=escape(words["interface"]["title"][lang]),
        style=style,
        counted=escape(own["counted"][lang]),
        pages=escape(own["pages"][lang]),
        heads="".join(f'<th scope="col">{escape(head)}</th>' for head in heads),
        rows="\n".join(_row(*row) for row in rows),
    )


def _row(file: Any, label: Any, *counts: Any) -> str:
    cells = "".join(f"<td>{count}</td>" for count in counts)
    return f'<tr><th scope="row"><a href="{escape(file)}">{escape(label)}</a></th>{cells}</tr>'


def _counts(network: Network, part: Part) -> list[int]:
    found = Counter(network.nodes[name]["class"] for name in part.own)
    return [*(found[name] for name in _COUNTED), len(part.own) - found[OTHER_CLASS]]


def _with_above(network: Network, own: Sequence[str]) -> set[str]:
    """What a place has, and the documents, bodies and campaigns of others that it has to do with."""
    ends = {end for name in own for end in (*network.successors(name), *network.predecessors(name))}
    return {*own, *(end for end in ends if network.nodes[end]["class"] in _ABOVE)}


def _file(key: str, taken: Counter[str]) -> str:
    """A file name of plain letters that no other page has."""
    slug = re.sub(r"[^a-z0-9]+", "-", key.rpartition("/")[2].lower()).strip("-") or "page"
    taken[f"{slug}.html"] += 1
    count = taken[f"{slug}.html"]
    return f"{slug}.html" if count == 1 else f"{slug}-{count}.html"


def _text(name: str) -> str:
    return files("kgraph.view").joinpath(name).read_text(encoding="utf-8")
