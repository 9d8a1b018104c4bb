"""`kgraph` itself: quick to start, clear about faults, quiet when its reader goes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kgraph.cli import app

COMMANDS = (*(command.__name__ for command in app.COMMANDS), "words")
HEAVY = {"rdflib", "networkx", "pyvis", "pyoxigraph", "scipy", "numpy", "ahocorasick", "pydantic"}


def test_help_names_every_command(kgraph_process: Any) -> None:
    run = kgraph_process("--help")
    assert run.code == 0
    assert all(f"  {command} " in run.out for command in COMMANDS)


@pytest.mark.parametrize("command", [*COMMANDS, "words check", "words try"])
def test_every_command_explains_itself(kgraph: Any, command: str) -> None:
    run = kgraph(*command.split(), "--help")
    assert run.code == 0
    assert run.out.startswith(f"Usage: kgraph {command} ")
    assert run.err == ""


def test_help_loads_no_heavy_library() -> None:
    code = "import sys, json; from kgraph.cli import main; main(['--help']); print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & {name.partition(".")[0] for name in json.loads(done.stderr)}


def test_version(kgraph_process: Any) -> None:
    run = kgraph_process("--version")
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("kgraph ") and run.out.strip().count(".") == 2


@pytest.mark.parametrize("words", [["nope"], ["query"], ["--lang", "fr", "stats"], ["query", "ASK {}", "--limit", "0"], ["build"]])
def test_usage_faults_end_with_2(kgraph: Any, words: list[str]) -> None:
    run = kgraph(*words)
    assert run.code == 2
    assert run.out == ""
    assert "Traceback" not in run.err and "Usage: kgraph" in run.err


def test_a_fault_is_one_line_with_its_mend(kgraph: Any, tmp_path: Path) -> None:
    run = kgraph("stats", "--graph", tmp_path / "none.nq")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: ") and run.err.count("\n") == 1
    assert "kgraph build" in run.err


def test_a_fault_is_told_in_the_language_of_the_user(kgraph: Any, graph: Path, tmp_path: Path) -> None:
    assert kgraph("--lang", "vi", "show", "xyz", "-g", graph).err.startswith("lỗi: không có gì tên là xyz")
    assert kgraph("show", "xyz", "-g", graph, env={"LC_ALL": "vi_VN.UTF-8"}).err.startswith("lỗi: ")
    assert "Hỏi đồ thị" in kgraph("--help", env={"LC_ALL": "vi_VN.UTF-8"}).out


def test_vietnamese_is_written_whatever_the_locale(kgraph_process: Any, graph: Path) -> None:
    run = kgraph_process("show", "dinh truong tho", "-g", graph, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert run.code == 0
    assert "Đinh Trường Thọ" in run.out


def test_no_control_character_of_a_name_reaches_the_terminal(kgraph: Any, tmp_path: Path) -> None:
    run = kgraph("stats", "--graph", str(tmp_path / "a\x1b[31m\u202eb.nq"))
    assert run.code == 2
    assert not {"\x1b", "\u202e"} & set(run.err)


def test_a_reader_that_goes_away_is_no_fault(graph: Path) -> None:
    query = "SELECT ?a ?b ?c { ?a ?b ?c . ?d ?e ?f . ?g a kg:Event }"
    command = [sys.executable, "-m", "kgraph", "query", query, "-g", str(graph), "-f", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout and run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.wait(30) == 0
        assert run.stderr.read() == b""


def test_an_interrupt_ends_with_130(graph: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
    command = [sys.executable, "-m", "kgraph", "query", endless, "-g", str(graph)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        until = time.monotonic() + 20
        while not children.read_text().split() and time.monotonic() < until:
            time.sleep(0.05)
        worker = int(children.read_text().split()[0])
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        assert run.wait(20) == 130
        assert run.stderr and b"Traceback" not in run.stderr.read()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_python_m_kgraph_is_kgraph() -> None:
    done = subprocess.run([sys.executable, "-m", "kgraph", "--version"], capture_output=True, text=True, check=True)
    script = subprocess.run([str(Path(sys.executable).parent / "kgraph"), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == script.stdout


@pytest.mark.parametrize("command", [("show", "dinh truong tho"), ("stats",), ("who", "dinh truong tho")], ids=lambda c: c[0])
def test_a_graph_is_named_by_its_file_or_by_its_folder(command: tuple[str, ...], kgraph: Any, graph: Path) -> None:
    by_file, by_folder = (kgraph(*command, "--graph", place) for place in (graph, graph.parent))
    assert (by_file.code, by_file.out) == (by_folder.code, by_folder.out)
    assert by_file.code == 0
