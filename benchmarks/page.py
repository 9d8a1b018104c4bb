"""`python -m benchmarks.page GRAPH`: how fast pages of a graph are made, open and move in a browser, beside plain pyvis on the same nodes.

Every page is opened from a file in headless Chromium, offline, without a graphics card. First draw: from the start of the navigation to the
frame after the first in which the canvas has its shapes. Redraws: frames drawn while the picture is moved for some seconds (a browser draws
60 at most). Renderer memory: resident memory of the process that shows the page, after that. Prints Markdown for docs/performance.md and
keeps the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as Late
from pyvis.network import Network as Picture

from benchmarks.measure import cost
from kgraph.view.compact import unpacked

_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_WATCH = """
window.shapes = 0; window.firstDraw = null;
for (const name of ["fill", "stroke", "fillText", "drawImage", "fillRect"]) {
  const own = CanvasRenderingContext2D.prototype[name];
  CanvasRenderingContext2D.prototype[name] = function (...given) { window.shapes += 1; return own.apply(this, given); };
}
const watch = () => {
  if (window.shapes >= 50) requestAnimationFrame(() => { window.firstDraw = performance.now(); });
  else requestAnimationFrame(watch);
};
requestAnimationFrame(watch);
"""
_MOVE = """
(seconds) => new Promise((done) => {
  let drawn = 0, side = 1;
  network.on("afterDrawing", () => { drawn += 1; });
  const begin = performance.now();
  const step = () => {
    const spent = (performance.now() - begin) / 1000;
    if (spent >= seconds) return done(drawn / spent);
    const { x, y } = network.getViewPosition();
    side = Math.floor(spent) % 2 ? -1 : 1;
    network.moveTo({ position: { x: x + (4 * side) / network.getScale(), y }, animation: false });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})
"""


def main() -> None:
    """Measures, prints the table and keeps it."""
    options = _options()
    program = shutil.which("chromium")
    if program is None:
        print("Chromium is missing: apt install chromium; nothing was measured")
        return
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as room, sync_playwright() as playwright:
        for size in options.sizes:
            ours = Path(room) / f"kgraph-{size}.html"
            made = cost([sys.executable, "-m", "kgraph", "view", options.graph, "--nodes", str(size), "--out", str(ours), "--no-open"])
            plain = {"kgraph": ours} | _pyvis_pages(ours, Path(room), size)
            for name, path in plain.items():
                browser = playwright.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
                taken = opened(browser, path, seconds=options.seconds, patience=options.patience)
                browser.close()
                rows.append({"page": name, "nodes": size, **taken, **({"made": asdict(made)} if name == "kgraph" else {})})
                print(f"{name}, {size} nodes: measured", flush=True)
    results = {
        "date": options.date,
        "machine": {"system": f"{platform.system()} {platform.machine()}", "cores": os.cpu_count(), "python": platform.python_version()},
        "load": os.getloadavg()[0],
        "patience": options.patience,
        "pages": rows,
    }
    options.results.mkdir(parents=True, exist_ok=True)
    path = options.results / f"{options.date}-page.json"
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(markdown(results))


def opened(browser: Browser, path: Path, *, seconds: float, patience: float) -> dict[str, Any]:
    """Figures of a page: `first_draw` in seconds (None if there was none in time), `redraws` a second, `renderer` and file in megabytes."""
    figures: dict[str, Any] = {"megabytes": round(path.stat().st_size / 1e6, 2), "first_draw": None, "redraws": None, "renderer": None}
    # Only so that the browser may be asked: the policy of a page forbids what waiting for a value needs.
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.add_init_script(_WATCH)
    try:
        page.goto(path.as_uri(), wait_until="commit", timeout=patience * 1000)
        page.wait_for_function("window.firstDraw !== null", timeout=patience * 1000, polling=50)
        figures["first_draw"] = round(page.evaluate("window.firstDraw") / 1000, 2)
        page.wait_for_timeout(1000)
        figures["redraws"] = round(page.evaluate(_MOVE, seconds), 1)
    except Late:
        pass
    figures["renderer"] = round(_renderer_megabytes(browser), 0)
    return figures


def markdown(results: dict[str, Any]) -> str:
    """The table for docs/performance.md.

    >>> row = {"page": "kgraph", "nodes": 1000, "first_draw": 0.5, "redraws": 60.0, "megabytes": 2.0, "renderer": 250.0}
    >>> print(markdown({"patience": 60, "pages": [row, row | {"page": "pyvis, physics on", "first_draw": None, "redraws": None}]}))
    | page | nodes | first draw, s | redraws/s | page, MB | renderer, MB | processor s to make |
    |---|---:|---:|---:|---:|---:|---:|
    | kgraph | 1,000 | 0.5 | 60.0 | 2.0 | 250.0 | |
    | pyvis, physics on | 1,000 | none in 60 | none in 60 | 2.0 | 250.0 | |
    """
    lines = [
        "| page | nodes | first draw, s | redraws/s | page, MB | renderer, MB | processor s to make |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    late = f"none in {results['patience']:g}"
    for row in results["pages"]:
        figures = [late if row[name] is None else str(row[name]) for name in ("first_draw", "redraws")]
        made = f"{row['made']['cpu_seconds']:.1f} " if "made" in row else ""
        lines.append(f"| {row['page']} | {row['nodes']:,} | {' | '.join(figures)} | {row['megabytes']} | {row['renderer']} | {made}|")
    return "\n".join(lines)


def _pyvis_pages(page: Path, room: Path, size: int) -> dict[str, Path]:
    """The nodes and edges of a page as pyvis draws them by itself: with its physics, and without it at the places of our overview."""
    block = page.read_text(encoding="utf-8").partition('id="data">')[2].partition("</script>")[0]
    data = unpacked(json.loads(block))
    found: dict[str, Path] = {}
    for name, physics in (("pyvis, physics off", False), ("pyvis, physics on", True)):
        picture = Picture(directed=True, cdn_resources="in_line", height="800px")
        places = data["layouts"]["levels"]["at"]
        picture.nodes = [
            {"id": node["id"], "label": node["label"], "title": node["label"], "shape": "dot", "group": node["class"]}
            | ({} if physics else {"x": x, "y": y})
            for node, (x, y) in zip(data["nodes"], places, strict=True)
        ]
        picture.node_ids = [node["id"] for node in picture.nodes]
        picture.edges = [{"from": edge["from"], "to": edge["to"], "title": edge["relation"], "arrows": "to"} for edge in data["edges"]]
        picture.toggle_physics(physics)
        found[name] = room / f"pyvis-{size}-{physics}.html"
        found[name].write_text(picture.generate_html(notebook=False), encoding="utf-8")
    return found


def _renderer_megabytes(browser: Browser) -> float:
    """Resident memory of the largest process that shows a page."""
    found = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return max((_resident(process["id"]) for process in found if process["type"] == "renderer"), default=0.0)


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS:"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("graph", help="a graph with more nodes than the largest page, or the folder of its build")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000], help="nodes on a page")
    parser.add_argument("--seconds", type=float, default=5, help="how long a picture is moved")
    parser.add_argument("--patience", type=float, default=60, help="how long a first draw is waited for, in seconds")
    parser.add_argument("--date", default=date.today().isoformat(), help="day of the measurement")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results", help="folder of the kept figures")
    return parser.parse_args()


if __name__ == "__main__":
    main()
