"""The process in which web pages are read."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.sources import pages as room
from kgraph.sources.outcomes import Unread
from kgraph.sources.pages import Pages

PAGE = "<html><head><title>Tin</title></head><body><p>Quận ủy họp.</p></body></html>"


def test_one_process_reads_many_pages_and_ends_with_the_block() -> None:
    with Pages() as pages:
        assert {pages.read(PAGE)["text"] for _ in range(3)} == {"Quận ủy họp."}
        worker = pages._worker
        assert worker and worker.poll() is None
    assert worker.poll() is not None


def test_no_page_no_process() -> None:
    with Pages() as pages:
        assert pages._worker is None


def test_a_page_without_an_article_is_refused_and_the_next_is_read() -> None:
    with Pages() as pages:
        with pytest.raises(Unread) as refused:
            pages.read("<html><body><script>họp</script></body></html>")
        assert refused.value.code == "empty"
        assert pages.read(PAGE)["title"] == "Tin"


def test_a_page_that_takes_too_long_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with Pages() as pages:
        with monkeypatch.context() as patch:
            patch.setattr(room, "_PATIENCE", 0.0)
            with pytest.raises(Unread) as refused:
                pages.read(PAGE)
        assert refused.value.code == "too-slow"
        assert pages.read(PAGE)["title"] == "Tin"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timer of work")
def test_a_process_that_works_too_long_ends_itself() -> None:
    program = "from kgraph.sources.pageworker import _limit\n_limit(0.2)\nwhile True: pass"
    assert subprocess.run([sys.executable, "-c", program], timeout=30).returncode == -signal.SIGPROF


def test_a_process_that_does_not_start_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_WORKER", (sys.executable, "-c", "pass"))
    with Pages() as pages, pytest.raises(Unread, match=r"kgraph\[web\]") as refused:
        pages.read(PAGE)
    assert refused.value.code == "format"


def test_without_the_libraries_a_page_is_refused_with_what_installs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "find_spec", lambda name: None)
    with Pages() as pages, pytest.raises(Unread, match=r'pip install "kgraph\[web\]"') as refused:
        pages.read(PAGE)
    assert refused.value.code == "format"


def test_nothing_of_them_is_loaded_where_no_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Quận ủy họp.", encoding="utf-8")
    program = "import sys; from kgraph.sources import read_sources; print(len(list(read_sources(['a.txt']))), 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]
