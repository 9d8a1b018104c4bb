"""Hostile files, one by one and in one build with good ones: the bad are listed, the good are as ever, no text is taken for code."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.build import BuildReport, build
from kgraph.keeping import keep
from kgraph.store.verifying import verify

ROOT = Path(__file__).parents[1]
MAKER = Path(os.environ.get("KGRAPH_SHARED", ROOT.parent / "shared")) / "hostile" / "make_hostile.py"
PRIVATE = ("0901234567", "001099012345", "Nguyễn Thị B", "Trần Văn C", "số 12 đường Y")
NO_INPUTS = ("queries/", "cli_hostile_names.json")
EXITS = {"accept": {0}, "quarantine": {4}, "accept-or-quarantine": {0, 3, 4}, "partial": {3}}
TIME_OF_A_BUSY_MACHINE = 3.0

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not MAKER.is_file(), reason="no hostile/make_hostile.py; set KGRAPH_SHARED")]


@cache
def made() -> tempfile.TemporaryDirectory[str]:
    folder = tempfile.TemporaryDirectory(prefix="hostile")
    maker = [sys.executable, str(MAKER), folder.name]
    subprocess.run(maker, check=True, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"})
    return folder


def entries() -> list[Any]:
    """Entries of the index that a build could be given."""
    if not MAKER.is_file():
        return []
    index = json.loads((Path(made().name) / "index.json").read_text(encoding="utf-8"))
    return [entry for entry in index["files"] if not entry["file"].startswith(NO_INPUTS)]


def is_sound(report: BuildReport) -> bool:
    """Whether the counts of a build add up, each refused input is listed, and none is a fault of the program."""
    counts = report.counts
    issues = [json.loads(line) for line in (report.out / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
    listed = [i for i in issues if i["article"] is None and i["code"] not in ("behind", "no-page")]
    adds_up = counts.given == counts.accepted + counts.duplicate + counts.quarantined
    return adds_up and len(listed) == counts.quarantined and not [i for i in issues if i["code"] == "fault"]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: ascii(entry["file"]).strip("'"))
def test_each_alone_is_built_as_the_index_says(entry: Any, tmp_path: Path) -> None:
    begun = time.monotonic()
    report = build([Path(made().name) / entry["file"]], out=tmp_path, only=("nq", "ttl", "issues", "run"))
    assert time.monotonic() - begun < TIME_OF_A_BUSY_MACHINE * max(entry.get("max_seconds", 10), 10)
    assert report.exit_code in EXITS[entry["outcome"]], entry["expect"]
    assert is_sound(report)
    for name in report.files:
        content = (tmp_path / name).read_text(encoding="utf-8")
        assert not [word for word in (*entry.get("must_not_contain", ()), "Traceback") if word in content], name
        assert not [iri for iri in entry.get("must_not_contain_iri", ()) if f"<{iri}" in content and name == "graph.nq"], name
    if "graph.nq" in report.files:
        assert not re.search(r'label> "[^"]*(?:Ã|á»|Ä|­|nguyÔn)', (tmp_path / "graph.nq").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", [e for e in entries() if "same_graph_as" in e], ids=lambda entry: entry["file"])
def test_the_same_text_in_another_form_gives_the_same_facts(entry: Any, tmp_path: Path) -> None:
    assert facts(Path(made().name) / entry["file"], tmp_path / "a") == facts(Path(made().name) / entry["same_graph_as"], tmp_path / "b")


def facts(path: Path, out: Path) -> set[str]:
    """Names and relations of a build of one file under a name of its own, without what names the article or counts in its text."""
    out.mkdir()
    shutil.copy(path, out / "control.txt")
    build([out / "control.txt"], out=out, only=("nq",))
    lines = (out / "graph.nq").read_text(encoding="utf-8").splitlines()
    own = (line.rsplit(" ", 2)[0] for line in lines)
    return {line for line in own if not re.search(r"/id/(?:article|statement)/|ns#(?:quote|dateText)>", line)}


WATCH = """
import os, sys, threading
def watch(event, given, log=open(os.environ["KGRAPH_WATCH"], "a", encoding="utf-8", errors="backslashreplace")):
    if event in ("open", "os.listdir", "os.scandir", "os.system", "subprocess.Popen") or event.startswith("socket."):
        log.write(f"{event}\\t{given[0] if given else None}\\n")
        log.flush()
sys.addaudithook(watch)
"""
"""Seen by every Python process of a build, those that it starts too: what is opened, started or called by a socket."""
REACHING = ("os.system", "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname", "socket.listen")
"""A library that is loaded may make a socket to see what the system can; it may not reach anybody with it."""


def foreign(log: Path, *own: Path) -> set[str]:
    """What was opened that is none of a build's business: `own` folders, the libraries of Python and of the system are."""
    libraries = (*sys.path, sys.prefix, sys.base_prefix, "/usr/", "/lib", "/proc/", "/dev/", "/sys/", "/etc/ld.so", tempfile.gettempdir())
    known = tuple(str(path) for path in (*own, *libraries) if str(path))
    found = set()
    for line in log.read_text(encoding="utf-8").splitlines():
        event, _, what = line.partition("\t")
        is_path = event in ("open", "os.listdir", "os.scandir")
        if event in REACHING or (is_path and what.startswith("/") and not what.startswith(known)):
            found.add(line)
        if event == "subprocess.Popen" and Path(what).resolve() != Path(sys.executable).resolve():
            found.add(line)
    return found


def test_nothing_is_opened_but_what_was_given_and_no_socket(tmp_path: Path) -> None:
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks" / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log, store = tmp_path / "log", tmp_path / "kho"
    path = os.pathsep.join(filter(None, (str(tmp_path / "hooks"), str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "kgraph", "build", made().name, str(ROOT / "seeds"), "--store", str(store), "--workers", "1"]
    begun = time.monotonic()
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path, "KGRAPH_WATCH": str(log)}, cwd=tmp_path, capture_output=True)
    assert done.returncode == 3, done.stderr
    assert time.monotonic() - begun < TIME_OF_A_BUSY_MACHINE * 180
    assert any("graph.nq" in line for line in log.read_text(encoding="utf-8").splitlines())
    assert foreign(log, tmp_path, ROOT) == set()
    assert verify(store) == []


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a store that held the seeds alone before."""
    store = tmp_path_factory.mktemp("hostile") / "kho"
    keep([ROOT / "seeds"], store=store, only=("nq", "issues", "run"))
    keep([Path(made().name), ROOT / "seeds"], store=store, only=("nq", "issues", "run"))
    return store


def test_a_store_holds_what_a_build_from_nothing_gives(kept: Path, report: BuildReport) -> None:
    for name in ("graph.nq", "issues.jsonl", "run.json"):
        assert (kept / name).read_bytes() == (report.out / name).read_bytes()
    assert verify(kept) == []


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """A build of the seeds beside every hostile file."""
    return build([Path(made().name), ROOT / "seeds"], out=tmp_path_factory.mktemp("hostile") / "out")


def test_part_is_read_and_the_rest_is_listed(report: BuildReport) -> None:
    assert report.exit_code == 3
    assert is_sound(report)


def test_good_articles_are_as_in_a_build_of_their_own(report: BuildReport, tmp_path: Path) -> None:
    build([ROOT / "seeds"], out=tmp_path, only=("nq",))
    own = [line for line in (tmp_path / "graph.nq").read_text(encoding="utf-8").splitlines() if "/id/article/" in line.rsplit(" ", 2)[1]]
    graphs = {line.rsplit(" ", 2)[1] for line in own}
    lines = (report.out / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert len(graphs) == len(list((ROOT / "seeds").glob("*.txt")))
    assert [line for line in lines if line.rsplit(" ", 2)[1] in graphs] == own


def test_text_is_never_taken_for_names(report: BuildReport) -> None:
    for quad in ox.parse(path=str(report.out / "graph.nq"), format=ox.RdfFormat.N_QUADS):
        for term in (quad.subject, quad.predicate, quad.object):
            assert not (isinstance(term, ox.NamedNode) and re.search(r"evil|javascript|^file:", term.value)), term


def test_another_parser_reads_the_same_triples(report: BuildReport) -> None:
    turtle = rdflib.Graph().parse(report.out / "graph.ttl", format="turtle")
    quads = ox.parse(path=str(report.out / "graph.nq"), format=ox.RdfFormat.N_QUADS)
    assert len(turtle) == len({(q.subject, q.predicate, q.object) for q in quads})


def test_no_control_bytes_and_nothing_private_in_any_file(report: BuildReport) -> None:
    for name in report.files:
        content = (report.out / name).read_bytes()
        assert not re.search(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]", content), name
        assert not [word for word in PRIVATE if word.encode() in content], name
