"""Hostile strings as names and sentences: none runs in the page, reaches the terminal as a code, or changes on its way through a format."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import rdflib

from benchmarks.reliability.experiment import SUITES, Result, fresh, gate, kgraph

_OWN = (
    "<img src=x onerror=alarm(1)>",
    "<script>alarm(2)</script>",
    "</script><script>alarm(3)</script>",
    "<svg onload=alarm(4)>",
    "javascript:alarm(5)",
    '"><iframe srcdoc="<script>parent.alarm(6)</script>">',
    "<!--<script>",
    "href=x <a href='javascript:alarm(7)'>",
    "${alarm(8)}",
    "{{constructor.constructor('alarm(9)')()}}",
    "__proto__",
    "constructor",
    "\u202eevil\u2066",
    "=HYPERLINK(\"http://evil.example\")",
    "\x1b]0;evil\x07\x1b[31m",
)  # fmt: skip
_WATCH = """
window.ran = [];
window.alarm = (what) => window.ran.push(String(what));
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => window.ran.push(name);
"""
_KG, _RDFS = "https://w3id.org/kgraph-vn/ns#", "http://www.w3.org/2000/01/rdf-schema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES = "SELECT ?who ?name { ?who a kg:Official ; rdfs:label ?name } ORDER BY ?who"
_CODES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")
_STYLE = re.compile(rb"\x1b\[[\d;]*m")


def run(room: Path, count: int) -> Result:
    """Four sinks: page, terminal, CSV, RDF. In each the number of strings that ran, came through as codes, or came back as others."""
    naughty = SUITES / "blns.json"
    strings = json.loads(naughty.read_text(encoding="utf-8")) if naughty.is_file() else []
    names = sorted({text.replace("\r", "") for text in (*_OWN, *strings) if text.strip() and not _is_broken(text)})[:count]
    graph = room / "hostile.nq"
    graph.write_text("".join(sorted(line for number, name in enumerate(names) for line in _quads(number, name))), encoding="utf-8")
    bad = _terminal(graph) + _csv(graph, names) + _rdf(graph, names, room)
    page = _page(graph, room) if shutil.which("chromium") else None
    sinks = 3 + (page is not None)
    told = f"of {len(names)} strings in {sinks} sinks" + ("" if page is not None else "; no Chromium for the page")
    return gate(bad + (page or []), len(names) * sinks, told)


def _is_broken(text: str) -> bool:
    """Whether no file can hold a text: it has half of a character."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _quads(number: int, name: str) -> list[str]:
    who, graph = f"<https://e.vn/id/official/{number}>", f"<https://e.vn/id/article/{number % 9}>"
    literal = '"' + "".join({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}.get(c, c) for c in name) + '"@vi'
    return [
        f"{who} <{_TYPE}> <{_KG}Official> {graph} .\n",
        f"{who} <{_RDFS}label> {literal} {graph} .\n",
        f"<https://e.vn/id/event/{number % 7}> <{_TYPE}> <{_KG}Event> {graph} .\n",
        f"{who} <{_KG}attended> <https://e.vn/id/event/{number % 7}> {graph} .\n",
    ]


def _terminal(graph: Path) -> list[str]:
    """Codes that reach a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kgraph", "query", _NAMES, "--graph", str(graph), "--limit", "9999"]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"}) as asked:
        os.close(theirs)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            shown += part
        asked.wait()
    os.close(ours)
    return [f"terminal: {code!r}" for code in _CODES.findall(_STYLE.sub(b"", shown))]


def _csv(graph: Path, names: list[str]) -> list[str]:
    """Names that come back from CSV as others."""
    rows = list(csv.reader(io.StringIO(kgraph("query", _NAMES, "--graph", graph, "--format", "csv", "--limit", "9999").stdout, newline="")))
    return [f"CSV: {name}" for name in names if name not in {row[1] for row in rows[1:] if len(row) == 2}]


def _rdf(graph: Path, names: list[str], room: Path) -> list[str]:
    """Names that another library reads as others from Turtle."""
    target = fresh(room / "hostile.ttl")
    kgraph("export", graph, "--out", target)
    read = rdflib.Graph().parse(target, format="turtle")
    labels = {str(label) for label in read.objects(None, rdflib.URIRef(f"{_RDFS}label"))}
    return [f"Turtle: {name}" for name in names if name not in labels]


def _page(graph: Path, room: Path) -> list[str]:
    """What ran or was asked for while the page was opened, searched and pointed at."""
    from playwright.sync_api import sync_playwright

    target = fresh(room / "hostile.html")
    made = kgraph("export", graph, "--out", target)
    if not target.is_file():
        return [f"page: {made.stderr}"]
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(offline=True).new_page()
        page.add_init_script(_WATCH)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(target.as_uri())
        page.wait_for_timeout(1_500)
        for across in range(100, 1_200, 60):
            for down in range(100, 700, 60):
                page.mouse.move(across, down)
        page.mouse.click(600, 350)
        page.wait_for_timeout(500)
        ran = [str(what) for what in page.evaluate("window.ran")]
        browser.close()
    return [f"page: ran {what}" for what in ran] + [f"page: asked for {url}" for url in asked if not url.startswith(target.as_uri())]
