"""Files replace the old ones together, or not at all."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import KgraphError, NoSpace
from kgraph.outputs import replace_whole, replaced_together


def content(folder: Path) -> dict[str, str]:
    """Every file in a folder, hidden ones and those of subfolders too."""
    return {str(p.relative_to(folder)): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with two files of an earlier build and one of somebody else."""
    for name in ("graph.nq", "run.json", "mine.txt"):
        (tmp_path / name).write_text(f"old {name}")
    return tmp_path


def test_a_set_takes_the_place_of_the_old_one(old: Path) -> None:
    with replaced_together(old) as scratch:
        (scratch / "graph.nq").write_text("new")
        (scratch / "run.json").write_text("new")
        (scratch / "work").mkdir()
        (scratch / "work" / "0.run").write_text("spilled")
        assert content(old)["graph.nq"] == "old graph.nq"
    assert content(old) == {"graph.nq": "new", "run.json": "new", "mine.txt": "old mine.txt"}
    assert not list(old.glob(".*"))


@pytest.mark.parametrize("fault", [RuntimeError("a fault"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_set(old: Path, fault: BaseException) -> None:
    before = content(old)
    with pytest.raises(type(fault)), replaced_together(old) as scratch:
        (scratch / "graph.nq").write_text("half")
        raise fault
    assert content(old) == before
    assert not list(old.glob(".*"))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_set_and_says_what_to_do(old: Path, code: int) -> None:
    before = content(old)
    with pytest.raises(NoSpace, match="free more than") as full, replaced_together(old) as scratch:
        (scratch / "graph.nq").write_text("half")
        raise OSError(code, os.strerror(code))
    assert full.value.exit_code == 7
    assert content(old) == before


def test_a_disk_that_fills_when_files_are_written_through(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = content(old)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NoSpace), replaced_together(old) as scratch:
        (scratch / "graph.nq").write_text("new")
        (scratch / "run.json").write_text("new")
    assert content(old) == before


def test_other_faults_of_the_system_keep_their_name(old: Path) -> None:
    with pytest.raises(OSError, match="Input/output"), replaced_together(old):
        raise OSError(errno.EIO, "Input/output error")


def test_a_folder_in_the_way_of_one_file_stops_all(old: Path) -> None:
    (old / "run.json").unlink()
    (old / "run.json").mkdir()
    with pytest.raises(KgraphError, match="a folder stands"), replaced_together(old) as scratch:
        (scratch / "graph.nq").write_text("new")
        (scratch / "run.json").write_text("new")
    assert content(old)["graph.nq"] == "old graph.nq"


def test_the_folder_is_made(tmp_path: Path) -> None:
    replace_whole(tmp_path / "a" / "b" / "graph.nq", lambda path: path.write_text("new"))
    assert content(tmp_path) == {"a/b/graph.nq": "new"}


def test_a_file_in_the_place_of_the_folder(old: Path) -> None:
    for folder in (old / "mine.txt", old / "mine.txt" / "below"):
        with pytest.raises(KgraphError, match="a file stands"), replaced_together(folder):
            pytest.fail("the block was entered")


def test_a_closed_folder_is_found_out_before_any_work(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "mkdir", closed)
    with pytest.raises(NoSpace, match="Permission denied"), replaced_together(old / "new"):
        pytest.fail("the block was entered")


def test_what_a_killed_run_left_is_swept_and_what_a_live_one_uses_is_kept(old: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    stale, own, live, foreign = (old / f".kgraph-{n}.tmp" for n in (gone.pid, os.getpid(), os.getppid(), "x"))
    for folder in (stale, own, live, foreign):
        folder.mkdir()
        (folder / "graph.nq").write_text("half")
    with replaced_together(old):
        assert not stale.exists()
    assert not own.exists()
    assert live.exists()
    assert foreign.exists()


def test_one_file_is_replaced_whole(old: Path) -> None:
    def half(path: Path) -> None:
        path.write_text("half")
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        replace_whole(old / "graph.nq", half)
    assert content(old)["graph.nq"] == "old graph.nq"


CHILD = """
import os, signal, sys
from pathlib import Path
from kgraph.outputs import replaced_together
{before}
with replaced_together(Path(sys.argv[1])) as scratch:
    for name in ("graph.nq", "run.json"):
        (scratch / name).write_bytes(b"new" * 1_000_000)
    {within}
"""


def run(folder: Path, *, before: str = "", within: str = "pass") -> subprocess.CompletedProcess[str]:
    """Another process that replaces the two files of a folder."""
    code = CHILD.format(before=before, within=within)
    return subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)


def test_a_killed_run_leaves_the_old_set_and_the_next_one_sweeps(old: Path) -> None:
    assert run(old, within="os.kill(os.getpid(), signal.SIGKILL)").returncode == -9
    assert {p.name: p.read_text() for p in old.iterdir() if p.is_file()} == {n: f"old {n}" for n in ("graph.nq", "run.json", "mine.txt")}
    assert len(list(old.glob(".*"))) == 1
    assert run(old).returncode == 0
    assert (old / "graph.nq").stat().st_size == (old / "run.json").stat().st_size == 3_000_000
    assert not list(old.glob(".*"))


def test_the_system_refuses_a_file_half_way(old: Path) -> None:
    """A limit on the size of a file, which the kernel enforces as it does a full disk."""
    before = content(old)
    ended = run(old, before="import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))")
    assert ended.returncode == 1
    assert "NoSpace" in ended.stderr
    assert content(old) == before
