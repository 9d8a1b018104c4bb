"""`kgraph audit`: the report, one rule, one entry, the files, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GAP = "Dự họp\nChủ tịch Hiệp đoàn xyz Lê Văn An dự theo giấy số 12/PXY của quận.\n"


def test_the_report(kgraph: Any, folder: Path) -> None:
    (folder / "tin" / "a2.txt").write_text(GAP, encoding="utf-8")
    run = kgraph("audit", "tin", "--limit", 2, cwd=folder)
    assert run.code == 3 and "empty.txt: empty" in run.err
    lines = run.out.splitlines()
    assert lines[0].strip() == "2 articles" and lines[1].startswith("A working list")
    assert "[role] hiệp đoàn xyz NAME · 1 times in 1 articles" in run.out
    assert "    a2 30–39: Chủ tịch Hiệp đoàn xyz ‹Lê Văn An› dự theo giấy số 12/PXY của quận." in [line.rstrip() for line in lines]


def test_one_rule(kgraph: Any, folder: Path) -> None:
    run = kgraph("audit", "tin/a1.txt", "--rule", "officials.name-title", cwd=folder)
    assert run.code == 0
    assert [line.rstrip() for line in run.out.splitlines()] == [
        "officials.name-title · 1 times in 1 articles",
        "    a1 60–91: Đồng chí ‹Đinh Trường Thọ, Bí thư Quận ủy›, chủ trì hội nghị.",
    ]


def test_one_entry(kgraph: Any, folder: Path) -> None:
    run = kgraph("audit", "tin/a1.txt", "--entry", "role/bi-thu", "--examples", 0, cwd=folder)
    first, second = run.out.splitlines()[:2]
    assert first.startswith("ontology/lexicon/roles.toml:") and first.rstrip().endswith(" role/bi-thu")
    assert second.rstrip() == "1 times in 1 articles, 1 of them in the words of a finding"
    assert run.code == 0


def test_what_is_not_there_is_1(kgraph: Any, folder: Path) -> None:
    for option in ("--rule", "--entry"):
        run = kgraph("audit", "tin/a1.txt", option, "none/such", cwd=folder)
        assert run.code == 1 and "none/such" in run.err and run.out == ""


def test_files(kgraph: Any, folder: Path) -> None:
    run = kgraph("audit", "tin/a1.txt", "--json", "a.json", "--csv", "tables", cwd=folder)
    assert (run.code, run.out) == (0, "")
    assert json.loads((folder / "a.json").read_text(encoding="utf-8"))["articles"] == 1
    assert sorted(path.name for path in (folder / "tables").iterdir()) == ["entries.csv", "examples.csv", "gaps.csv", "rules.csv"]
    assert kgraph("audit", "tin/a1.txt", "--json", "-", cwd=folder).out == (folder / "a.json").read_text(encoding="utf-8")


def test_nothing_to_read_is_4(kgraph: Any, folder: Path) -> None:
    assert kgraph("audit", "tin/empty.txt", cwd=folder).code == 4


def test_control_characters_of_an_article_reach_no_terminal(kgraph: Any, folder: Path) -> None:
    (folder / "tin" / "a3.txt").write_text("Dự họp\nChủ tịch \u202eHiệp đoàn [bold]xyz[/bold] Lê Văn An dự.\n", encoding="utf-8")
    out = kgraph("audit", "tin/a3.txt", cwd=folder).out
    assert "\u202e" not in out and "[bold]xyz[/bold]" in out
