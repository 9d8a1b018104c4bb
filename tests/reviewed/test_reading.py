"""The three files are read whole or refused with the place of the fault."""

from pathlib import Path

import pytest

from kgraph.errors import ReviewError
from kgraph.reviewed import Reviewed, read_reviewed

BASE = "https://w3id.org/kgraph-vn/"
SIGNED = 'by = "LH"\ndate = 2026-01-02\nreason = "báo đính chính"\n'
SOURCED = SIGNED + 'source = "đính chính ngày 3/1/2026"\n'
TRIPLE = 'subject = "official/a"\npredicate = "chaired"\nobject = "event/e"\n'


def read(folder: Path, **files: str) -> Reviewed:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return read_reviewed(folder, base=BASE)


def test_an_empty_folder_holds_no_decisions(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert (found.identities.entries, found.corrections, found.suppressions) == ((), (), ())


def test_every_file_is_read_with_the_place_of_each_entry(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        identity=f'# ai là ai\n[[same]]\nnodes = ["{BASE}id/official/a", {{ node = "official/b", articles = ["1"] }}]\n{SIGNED}\n'
        f'[[different]]\nnodes = ["official/a", "official/c"]\n{SIGNED}',
        corrections=f"[[correction]]\n{TRIPLE}drop = true\n{SOURCED}",
        suppressions=f'[[suppression]]\nname = "Lê Thị Hà"\nalso = ["Lê Thu Hà"]\n{SIGNED}',
    )
    assert [(e.verdict, e.place, [n.node for n in e.nodes]) for e in found.identities.entries] == [
        ("same", "identity.toml:2", ["official/a", "official/b"]),
        ("different", "identity.toml:8", ["official/a", "official/c"]),
    ]
    assert [c.place for c in found.corrections] == ["corrections.toml:1"]
    assert found.suppressions[0].names == ("Lê Thị Hà", "Lê Thu Hà")


def test_the_digest_is_of_content_not_of_line_ends(tmp_path: Path) -> None:
    text = f'[[suppression]]\nname = "Lê Thị Hà"\n{SIGNED}'
    first = read(tmp_path, suppressions=text).digest
    (tmp_path / "suppressions.toml").write_bytes(text.replace("\n", "\r\n").encode())
    assert read_reviewed(tmp_path, base=BASE).digest == first
    assert read(tmp_path, suppressions=text + "# muối\n").digest != first


@pytest.mark.parametrize(
    ("file", "text", "what", "where"),
    [
        ("corrections", f"[[correction]]\n{TRIPLE}drop = true\n{SIGNED}", "`source` is missing", "corrections.toml:1"),
        ("corrections", f"\n[[correction]]\n{TRIPLE}{SOURCED}", "one of drop", "corrections.toml:2"),
        ("corrections", f"[[correction]]\n{TRIPLE}drop = true\nnew_object = 'event/f'\n{SOURCED}", "one of drop", "corrections.toml:1"),
        ("corrections", f"[[correction]]\nsubject = 'a'\ndrop = true\n{SOURCED}", "name the statement", "corrections.toml:1"),
        ("corrections", f"[[correction]]\nstatement = 's'\nvalue = '1'\ndrop = true\n{SOURCED}", "is enough", "corrections.toml:1"),
        ("corrections", f"[[correction]]\n{TRIPLE.replace('chaired', 'sat')}drop = true\n{SOURCED}", "no property", "corrections.toml:1"),
        ("corrections", f"[[correction]]\n{TRIPLE.replace('chaired', 'hasPosition')}new_object = 'x'\n{SOURCED}", "a post cannot", ":1"),
        ("corrections", f"[[correction]]\n{TRIPLE.replace('chaired', 'startDate')}drop = true\n{SOURCED}", "does not lead", ":1"),
        (
            "corrections",
            f"[[correction]]\nsubject='e'\npredicate='startDate'\nvalue='2024-03-19'\nnew_value='19/3/2024'\n{SOURCED}",
            "19/3/2024 is no date",
            "corrections.toml:1",
        ),
        (
            "corrections",
            2 * f"[[correction]]\n{TRIPLE}drop = true\n{SOURCED}",
            "corrected twice",
            "toml:1, corrections.toml:10",
        ),
        ("suppressions", f'[[suppression]]\nname = "Hà"\n{SIGNED}', "two syllables", "suppressions.toml:1"),
        ("suppressions", f"[[suppression]]\n{SIGNED}", "either name or iri", "suppressions.toml:1"),
        ("suppressions", f'[[suppression]]\nname = "Lê Hà"\nspelling = "x"\n{SIGNED}', "`spelling` is not known", "suppressions.toml:1"),
        ("suppressions", '[[suppression]]\nname = "Lê Hà"\nby = "LH"\nreason = "x"\n', "`date` is missing", "suppressions.toml:1"),
        ("suppressions", f'[[suppression]]\nname = "Lê Hà"\n{SIGNED.replace("LH", " ")}', "`by`", "suppressions.toml:1"),
        ("suppressions", "name = 'x'\n", "there is no `name`", "suppressions.toml"),
        ("suppressions", "[[suppression]\n", "not sound TOML", "suppressions.toml"),
        ("identity", f'[[same]]\nnodes = ["official/a"]\n{SIGNED}', "`nodes`", "identity.toml:1"),
        (
            "identity",
            f'[[same]]\nnodes = ["a", "b"]\n{SIGNED}[[different]]\nnodes = ["a", "b"]\n{SIGNED}',
            "one thing and two",
            "identity.toml:6",
        ),
        ("decisions", "", "not a file of decisions", "decisions.toml"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, file: str, text: str, what: str, where: str) -> None:
    with pytest.raises(ReviewError) as fault:
        read(tmp_path, **{file: text})
    assert what in str(fault.value)
    assert where in (fault.value.where or "")


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="no folder"):
        read_reviewed(tmp_path / "none", base=BASE)
