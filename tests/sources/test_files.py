"""The files under a path."""

import os
import unicodedata
from pathlib import Path

import pytest

from kgraph.sources.files import Found, files_under, open_regular
from kgraph.sources.outcomes import Refusal, Unread


def places(path: Path, *, without: Path | None = None) -> list[str]:
    """Place of each file, with the code of a refusal behind it."""
    return [f.place if isinstance(f, Found) else f"{f.place} {f.code}" for f in files_under(path, without=without)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `tin` in the current folder, with files made out of order."""
    monkeypatch.chdir(tmp_path)
    top = Path("tin")
    for name in ("b.txt", "a/z.txt", "a/y/1.txt", "a.txt", "c.txt/x.txt", ".git/config", ".hidden.txt", "B.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("họp", encoding="utf-8")
    return top


def test_a_folder_is_read_with_its_subfolders_in_one_order(folder: Path) -> None:
    assert places(folder) == ["tin/B.txt", "tin/a.txt", "tin/b.txt", "tin/a/z.txt", "tin/a/y/1.txt", "tin/c.txt/x.txt"]


def test_places_show_no_machine(folder: Path) -> None:
    assert places(folder.resolve()) == places(folder)
    assert places(Path("tin") / ".." / "tin") == places(folder)
    assert "B.txt" in places(folder.resolve() / "B.txt")
    os.chdir(folder)
    assert places(Path())[0] == "B.txt"


def test_the_output_folder_is_left_out(folder: Path) -> None:
    assert "tin/a/z.txt" not in places(folder, without=folder / "a")
    assert places(folder, without=Path("missing")) == places(folder)


def test_links_in_a_folder_are_refused(folder: Path) -> None:
    for path in folder.rglob("*.txt"):
        if path.is_file():
            path.unlink()
    for name, target in {"loop": ".", "up": "..", "dangling": "/nonexistent", "passwd.txt": "/etc/passwd"}.items():
        (folder / name).symlink_to(target)
    assert places(folder) == ["tin/dangling link", "tin/loop link", "tin/passwd.txt link", "tin/up link"]


def test_a_link_the_user_names_is_followed(folder: Path) -> None:
    Path("link.txt").symlink_to(folder / "a.txt")
    [found] = files_under(Path("link.txt"))
    assert isinstance(found, Found)
    with open_regular(found) as stream:
        assert stream.read().decode() == "họp"


def test_a_file_that_became_a_link_is_not_followed(folder: Path) -> None:
    (folder / "late.txt").symlink_to(Path("a.txt"))
    with pytest.raises(OSError):
        open_regular(Found(folder / "late.txt", "tin/late.txt", inside=True))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with pytest.raises(Unread) as refused:
        open_regular(Found(folder / "pipe.txt", "tin/pipe.txt", inside=True))
    assert refused.value.code == "not-a-file"


def test_names_are_reported_in_one_form(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "tên.txt")).write_text("họp", encoding="utf-8")
    assert [p.rpartition("/")[2] for p in places(tmp_path)] == ["tên.txt"]


def test_a_name_that_is_no_unicode_is_shown_escaped(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/t\xea.txt")).write_text("họp", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has Unicode names only")
    assert [p.rpartition("/")[2] for p in places(tmp_path)] == ["t\\udcea.txt"]


def test_a_closed_folder_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", closed)
    [refusal] = files_under(folder)
    assert refusal == Refusal("tin", "unreadable", "Permission denied")
