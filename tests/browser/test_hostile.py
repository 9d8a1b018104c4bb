"""What an article says is data: hostile strings in every place where text appears run nothing, ask for nothing and break nothing.

The own set of tests/view/graphs.py goes through the whole graph; the strings of the Big List of Naughty Strings, where it lies beside the
repository, are put into every field of the page's data, many on a page.
"""

from __future__ import annotations

import copy
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from kgraph.store.graph import Graph
from kgraph.view import page as view_page
from kgraph.view.page import make_page

pytestmark = pytest.mark.browser

Opener = Callable[..., Page]

SHARED = Path(os.environ.get("KGRAPH_SHARED", Path(__file__).parents[3] / "shared"))
BATCH = 130
VIEWS = ("levels", "communities", "time", "chain", "circle", "year", "together")
ELEMENTS = "document.querySelectorAll('script, img, iframe, object, embed, base, form, svg image, a[href^=\"javascript\" i]').length"

EVERYWHERE = """async (views) => {
  const texts = [...new Set(data.nodes.map((node) => node.label.slice(0, 200)))];
  for (const language of ["en", "vi"]) {
    speak(language);
    for (const view of views) {
      enter(view, null);
      for (const { id } of scene.nodes) hover(id, nodeTip(nodes.get(id)), { x: 20, y: 20 });
      for (const edge of scene.edges) hover(edge.id, edgeTip(edge), { x: 20, y: 20 });
      network.redraw();
      leave();
      go({ as: "table" });
      csvText();
      if (hasTwo()) { table.part = "relations"; writeTable(); csvText(); table.part = "main"; }
      go({ as: "picture" });
    }
  }
  enter("levels", null);
  openFilters(true);
  for (const { id } of data.nodes) {
    show({ node: id });
    for (const details of document.querySelectorAll("#card details")) details.open = true;
    for (const view of ["circle", "chain", "year", "together"]) if (canBeAbout(view, nodes.get(id))) enter(view, id);
    stateOf(address());
  }
  enter("levels", null);
  for (const edge of data.edges) show({ edge: edge.id });
  for (const statement of data.statements) if (statement.quote) citation(statement);
  show(null);
  for (const details of document.querySelectorAll("#card details")) details.open = true;
  go({ as: "table" });
  for (const text of texts) {
    query.value = text;
    suggest();
    choosePlace(0);
    query.value = `${text} nothing such`;
    suggest();
    table.text = text;
    writeRows();
  }
  openFilters(false);
}"""


def hover_and_click(page: Page, most: int) -> None:
    """With the real pointer, on nodes of the overview."""
    page.evaluate("go({ as: 'picture' }); enter('levels', null)")
    place = """(id) => {
      if (state.view !== "levels") enter("levels", null);
      fit();
      const { left, top } = canvas.getBoundingClientRect();
      const { x, y } = network.canvasToDOM(placeOf(id));
      return [left + x, top + y];
    }"""
    for node in page.evaluate("scene.nodes.map(({ id }) => id)")[:most]:
        page.mouse.move(*page.evaluate(place, node))
        page.mouse.click(*page.evaluate(place, node))
        page.keyboard.press("Escape")


def check(page: Page, most: int = 20) -> None:
    elements = page.evaluate(ELEMENTS)
    page.evaluate(EVERYWHERE, list(VIEWS))
    hover_and_click(page, most)
    assert page.evaluate(ELEMENTS) == elements == 5
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert page.evaluate("data.nodes.every(({ id }) => Number.isFinite(scene.placed.get(id)?.x ?? 0))")


def test_a_hostile_graph_runs_nowhere(opened: Opener, hostile: Graph) -> None:
    check(opened(make_page(hostile)), most=60)


# ---- every string in every field

KEPT = {
    "id",
    "from",
    "to",
    "class",
    "group",
    "shape",
    "relation",
    "origin",
    "body",
    "place",
    "level",
    "name",
    "community",
    "center",
    "type",
}
"""Fields that code writes, never an article: ids, classes, relations, names of properties."""


def hostile_everywhere(value: Any, text: str, key: str = "") -> Any:
    """A copy in which every string that can come from an article is the text."""
    if isinstance(value, dict):
        return {
            name: each if name in KEPT and isinstance(each, (str, type(None))) else hostile_everywhere(each, text, name)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [hostile_everywhere(each, text, key) for each in value]
    return text if isinstance(value, str) else value


def hostile_pages(sample: Graph, texts: list[str]) -> Iterator[str]:
    """Pages on which each text stands in all fields of a node, of its edges, of its statements and articles; `start` and the like too."""
    made: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view_page, "_filled", lambda data, words, lang: made.update(data) or "")
        make_page(sample)
    for begin in range(0, len(texts), BATCH):
        data = copy.deepcopy(made)
        some = texts[begin : begin + BATCH]
        for kind in ("articles", "statements", "nodes", "edges"):
            data[kind] = (
                [hostile_everywhere(data[kind][i % len(data[kind])], text) for i, text in enumerate(some)]
                if kind != "nodes"
                else data[kind]
            )
        data["edges"] = [
            {
                **edge,
                "id": f"e{i}",
                "evidence": [i],
                "when": [some[i], some[i]],
                "from": made["edges"][i % len(made["edges"])]["from"],
                "to": made["edges"][i % len(made["edges"])]["to"],
            }
            for i, edge in enumerate(data["edges"])
        ]
        data["statements"] = [
            {
                "says": text,
                "rule": text,
                "article": i,
                "begin": 0,
                "end": 1,
                "quote": [text, text, text],
                "confidence": 0.5,
                "review": [text] * 5,
                "restsOn": [(i + 1) % len(some)] if i % 7 == 0 else [],
            }
            for i, text in enumerate(some)
        ]
        nodes = [hostile_everywhere(made["nodes"][i % len(made["nodes"])], text) for i, text in enumerate(some)]
        data["nodes"] = [{**node, "id": f"n{i}", "evidence": []} for i, node in enumerate(nodes)]
        for i, node in enumerate(data["nodes"]):
            for fact in (*node["properties"], *node["titles"]):
                fact["evidence"] = [i]
            node["when"] = ["2024-03-19", "2024-03-19"] if i % 2 else [some[i], some[i]]
            node["tenures"] = [
                {
                    "role": {"name": some[i], "vi": some[i], "en": some[i]},
                    "bodyLabel": some[i],
                    "from": some[i],
                    "to": some[i],
                    "takenUp": some[i],
                    "left": some[i],
                    "evidence": [],
                }
            ]
        shapes = made["drawing"]["nodes"]
        data["drawing"]["nodes"] = [
            {**shapes[i % len(shapes)], "id": f"n{i}", "label": text, "x": 40 * i, "y": 60 * (i % 9)} for i, text in enumerate(some)
        ]
        data["drawing"]["edges"] = [{"id": edge["id"], "from": edge["from"], "to": edge["to"]} for edge in data["edges"]]
        data["layouts"] = {
            name: {
                "at": [[40 * i, 60 * (i % 9)] for i in range(len(some))],
                "bands": [
                    {"label": {"name": text, "vi": text, "en": text}, "box": [0, 60 * i, 900, 60 * i + 60]}
                    for i, text in enumerate(some[:9])
                ],
                "ticks": [{"edtf": text, "x": 40 * i} for i, text in enumerate(some)],
            }
            for name in ("levels", "communities", "time")
        }
        data["about"] = {
            **data["about"],
            "from": some[0],
            "to": some[-1],
            "communities": [{"number": i, "size": 3, "label": text, "center": "n0"} for i, text in enumerate(some)],
        }
        data["rest"] = {
            "total": 9999,
            "shown": len(some),
            "names": [[text, i % 3, 2, 0] for i, text in enumerate(some)],
            "classes": ["Official", some[0], "__proto__"],
            "left": 7,
            "pages": some,
        }
        data["pages"] = {"index": "index.html", "here": some[0], "others": [[text, text] for text in some]}
        data["start"] = {"view": some[0], "focus": some[0], "depth": None}
        yield view_page._filled(data, data["words"]["interface"], "vi")


OWN = runpy.run_path(str(Path(__file__).parents[1] / "view" / "graphs.py"))["HOSTILE"]


def test_own_hostile_strings_run_in_no_field(opened: Opener, sample: Graph) -> None:
    for text in hostile_pages(sample, [each for each in OWN for _ in range(2)]):
        check(opened(text))


@pytest.mark.slow
def test_naughty_strings_run_in_no_field(opened: Opener, sample: Graph) -> None:
    source = SHARED / "suites" / "blns.json"
    if not source.is_file():
        pytest.skip("the Big List of Naughty Strings is not beside the repository (../shared/suites/blns.json)")
    texts = json.loads(source.read_text(encoding="utf-8"))
    assert len(texts) > 500
    for text in hostile_pages(sample, texts):
        check(opened(text))


@pytest.mark.slow
def test_texts_of_hostile_documents_run_in_no_field(opened: Opener, sample: Graph, tmp_path: Path) -> None:
    maker = SHARED / "hostile" / "make_hostile.py"
    if not maker.is_file():
        pytest.skip("the hostile documents are not beside the repository (../shared/hostile)")
    subprocess.run([sys.executable, str(maker), str(tmp_path / "made")], check=True, capture_output=True)
    files = sorted(
        path for path in (tmp_path / "made").rglob("*") if path.is_file() and path.suffix in {".txt", ".html", ".jsonl", ".json"}
    )
    texts = [path.read_bytes()[:3000].decode("utf-8", errors="replace") for path in files]
    assert len(texts) > 50
    for text in hostile_pages(sample, texts):
        check(opened(text), most=5)
