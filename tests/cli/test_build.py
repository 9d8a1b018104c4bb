"""`kgraph build` and `kgraph extract`: files, counts, refusals, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def test_a_build_says_what_it_read_and_wrote(kgraph: Any, folder: Path) -> None:
    run = kgraph("build", "tin", "--only", "nq,issues,run", cwd=folder)
    assert (run.code, run.out) == (3, "")
    assert "2 given = 1 accepted + 0 duplicate + 1 refused" in run.err
    assert "not read: tin/empty.txt: empty" in run.err
    assert {path.name for path in (folder / "exports").iterdir()} == {"graph.nq", "issues.jsonl", "run.json"}


def test_a_clean_build_is_0_and_an_empty_one_4(kgraph: Any, folder: Path) -> None:
    assert kgraph("build", "tin/a1.txt", "--out", "out", "--only", "nq", cwd=folder).code == 0
    assert kgraph("build", "tin/empty.txt", "--out", "none", "--only", "nq,run", cwd=folder).code == 4


def test_messages_in_vietnamese(kgraph: Any, folder: Path) -> None:
    run = kgraph("--lang", "vi", "build", "tin", "--only", "nq", cwd=folder)
    assert "2 mục = 1 nhận + 0 trùng + 1 không nhận" in run.err


@pytest.mark.parametrize(
    "words", [["nowhere"], ["tin", "--only", "pdf"], ["tin", "--only", ""], ["tin", "--base", "not a base"], ["tin", "--base", "ftp://e/"]]
)
def test_usage_faults(kgraph: Any, folder: Path, words: list[str]) -> None:
    run = kgraph("build", *words, cwd=folder)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: ") and run.err.count("\n") == 1
    assert not (folder / "exports" / "graph.nq").exists()


def test_another_base(kgraph: Any, folder: Path) -> None:
    assert kgraph("build", "tin/a1.txt", "--only", "nq", "--base", "https://data.example.vn/kg/", cwd=folder).code == 0
    assert "<https://data.example.vn/kg/id/article/a1>" in (folder / "exports" / "graph.nq").read_text(encoding="utf-8")


def test_an_article_from_stdin(kgraph: Any, folder: Path) -> None:
    text = (folder / "tin" / "a1.txt").read_text(encoding="utf-8")
    assert kgraph("build", "-", "--only", "nq", cwd=folder, stdin=text).code == 0


def test_standard_input_may_hold_many_articles(kgraph: Any, folder: Path) -> None:
    text = (folder / "tin" / "a1.txt").read_text(encoding="utf-8")
    lines = [json.dumps({"id": f"a{n}", "text": f"{text} Bài {n}."}, ensure_ascii=False) for n in range(3)]
    run = kgraph("build", "-", "--only", "nq,run", cwd=folder, stdin="\n".join([*lines, "{"]) + "\n")
    assert run.code == 3
    assert "not read: stdin:4: json" in run.err
    assert "4 given = 3 accepted + 0 duplicate + 1 refused" in run.err


def test_a_pattern_is_read_and_one_that_fits_nothing_is_a_fault(kgraph: Any, folder: Path) -> None:
    assert kgraph("build", "t*/a?.txt", "--only", "nq", cwd=folder).code == 0
    run = kgraph("build", "tin/*.html", "--only", "nq", cwd=folder)
    assert (run.code, "no file fits the pattern" in run.err) == (2, True)


def test_extract_gives_the_findings_of_each_article(kgraph: Any, folder: Path) -> None:
    run = kgraph("extract", "tin", cwd=folder)
    (line,) = run.out.splitlines()
    found = json.loads(line)
    assert run.code == 3
    assert found["article"]["id"] == "a1" and "text" not in found["article"]
    assert "Đinh Trường Thọ" in [official["label"] for official in found["officials"]]
    assert all(fact["evidence"]["begin"] < fact["evidence"]["end"] for fact in found["facts"])


def test_extract_as_quads_follows_the_name_of_the_file(kgraph: Any, folder: Path) -> None:
    run = kgraph("extract", "tin/a1.txt", "--out", "a1.nq", cwd=folder)
    lines = (folder / "a1.nq").read_text(encoding="utf-8").splitlines()
    assert (run.code, run.out) == (0, "")
    assert lines == sorted(lines) and lines[0].endswith(" .")
    assert kgraph("extract", "tin/a1.txt", "--format", "nq", cwd=folder).out.splitlines() == lines


def test_extract_of_nothing_is_4(kgraph: Any, folder: Path) -> None:
    run = kgraph("extract", "tin/empty.txt", cwd=folder)
    assert (run.code, run.out) == (4, "")


def test_explain_shows_the_sentence_the_rule_and_the_line_of_the_lexicon(kgraph: Any, folder: Path) -> None:
    run = kgraph("explain", "tin/a1.txt", cwd=folder)
    assert run.code == 0
    assert "Đồng chí Đinh Trường Thọ, Bí thư Quận ủy, chủ trì hội nghị." in run.out
    assert "officials." in run.out and "roles.toml:" in run.out
    assert kgraph("explain", "a1", "--sources", "tin", cwd=folder).out == run.out


def test_explain_of_no_article_is_1(kgraph: Any, folder: Path) -> None:
    run = kgraph("explain", "b7", "--sources", "tin", cwd=folder)
    assert (run.code, run.out) == (1, "")
    assert "there is no article b7" in run.err
