"""The protocol tests of the W3C through the server; a server that only reads is asked what concerns reading."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import rdflib

from benchmarks.reliability.experiment import SUITES, Result, trials
from benchmarks.reliability.serving import serving

_UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")


def run(room: Path, count: int) -> Result:
    """As many of the suite's tests as concern a server that only reads."""
    runner = SUITES / "run_protocol.py"
    if not runner.is_file():
        return Result(skipped="no suites/run_protocol.py; set KGRAPH_SHARED")
    manifest = SUITES / "sparql11-protocol" / "manifest.ttl"
    with serving(_data(manifest, room / "suite.nq")) as address:
        if not address:
            return Result(skipped="no `kgraph serve` here")
        urls = f"{address}/sparql", f"{address}/update"
        done = subprocess.run(
            [sys.executable, runner, manifest, *urls, "--read-only"], capture_output=True, text=True, check=True, timeout=300
        )
    first, *failed = done.stdout.splitlines()
    counted = ast.literal_eval(first)
    tried = counted.get("pass", 0) + counted.get("fail", 0)
    return trials([line for line in failed if line], tried, f"{counted.get('skip', 0)} that write are left out")


def _data(manifest: Path, target: Path) -> Path:
    """The graphs that the tests ask, as one file to serve."""
    tests = rdflib.Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    quads = rdflib.Dataset()
    for data in tests.objects(None, _UT.graphData):
        file, label = tests.value(data, _UT.graph), tests.value(data, rdflib.RDFS.label)
        quads.graph(rdflib.URIRef(str(label))).parse(manifest.parent / Path(str(file)).name, format="nt")
    lines = quads.serialize(format="nquads").splitlines()
    target.write_text("".join(f"{line}\n" for line in sorted(filter(None, lines))), encoding="utf-8")
    return target
