"""A build with a suppressed name holds it in no byte, and says no more of its bearer."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest

from kgraph.build import FILES, build
from kgraph.errors import ReviewError
from kgraph.text import ascii_label, spelled

ROOT = Path(__file__).parents[2]
SIGNED = 'by = "LH"\ndate = 2026-01-02\nreason = "theo yêu cầu"\n'
TEXT = """Đồng chí Lê Thị Thủy Hà thăm trường
Sáng 16/12/2024, Quận ủy Đống Đa tổ chức hội nghị tổng kết công tác năm 2024.
Đồng chí Lê Thị Thủy Hà, Bí thư Quận ủy Đống Đa, chủ trì hội nghị.
Dự hội nghị có các đồng chí: Lê Thị Thủy Hà, Bí thư Quận ủy Đống Đa; Trần Văn Bình, Phó Bí thư Quận ủy Đống Đa.
Tại hội nghị, đồng chí LÊ THỊ\u00a0THỦY HÀ và đồng chí Trần Văn Bình, Phó Bí thư Quận ủy Đống Đa, phát biểu.
Theo đồng chí Hà, đồng chí Trần Văn Bình, Phó Bí thư Quận ủy Đống Đa, cũng phát biểu.
"""


def decisions(tmp_path: Path, *entries: str) -> Path:
    folder = tmp_path / "reviewed"
    folder.mkdir(exist_ok=True)
    text = "\n".join(f"[[suppression]]\n{entry}\n{SIGNED}" for entry in entries)
    (folder / "suppressions.toml").write_text(text, encoding="utf-8")
    return folder


def article(folder: Path, name: str, text: str = TEXT, **metadata: str) -> None:
    folder.mkdir(exist_ok=True)
    with (folder / "tin.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": name, "text": text, **metadata}, ensure_ascii=False) + "\n")


def occurrences(name: str, folder: Path) -> list[str]:
    """Every place in the files of a folder, and their names, where a name stands in any spelling."""
    plain = ascii_label(name)
    forms = {
        plain,
        plain.replace(" ", "-"),
        plain.replace(" ", "_"),
        plain.replace(" ", ""),
        spelled(name),
        spelled(name).replace(" ", "-"),
    }
    found = []
    for path in sorted(folder.rglob("*")):
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) if path.is_file() else ""
        low = re.sub(r"\s+", " ", ascii_label(f"{path.name} {text}").replace("\\n", " "))
        found += [f"{path.name}: {form}" for form in forms if form in low]
    return found


def quads(out: Path) -> str:
    return (out / "graph.nq").read_text(encoding="utf-8")


def issues(out: Path) -> list[tuple[str, str]]:
    rows = map(json.loads, (out / "issues.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row["code"], row["place"]) for row in rows]


@pytest.mark.parametrize("name", ["Bùi Huyền Mai", "Phạm Thanh Học", "Đinh Trường Thọ"])
def test_an_official_of_the_seeds_is_in_no_byte(tmp_path: Path, name: str) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    build([ROOT / "seeds"], out=before)
    build([ROOT / "seeds"], out=after, reviewed=decisions(tmp_path, f'name = "{name}"'))
    assert occurrences(name, before)
    assert {path.name for path in after.iterdir()} == set(FILES.values())
    assert occurrences(name, after) == []
    assert len(quads(after).splitlines()) > 0.8 * len(quads(before).splitlines())


def test_everything_else_of_an_article_stays(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thuỷ Hà"'), only=["nq", "issues"])
    graph = quads(tmp_path / "out")
    assert occurrences("Lê Thị Thủy Hà", tmp_path / "out") == []
    assert 'label> "Trần Văn Bình"@vi' in graph
    assert "Trần Văn Bình, Phó Bí thư Quận ủy Đống Đa" in graph
    assert "ns#title>" not in graph
    assert "quoteWithheld" in graph


def test_a_short_form_is_withheld_beside_the_name(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'), only=["nq"])
    assert "đồng chí Hà" not in quads(tmp_path / "out")


def test_names_of_files_addresses_and_identifiers_are_withheld(tmp_path: Path) -> None:
    folder = tmp_path / "tin"
    article(folder, "le-thi-thuy-ha-tham-truong", url="https://example.org/tin/L%C3%AA-Th%E1%BB%8B-Th%E1%BB%A7y-H%C3%A0.html")
    article(folder, "lethithuyha2", TEXT.replace("16/12", "17/12"), url="https://example.org/tin/lethithuyha")
    article(folder, "le-thi-thuy-ha-lan-hai", TEXT)
    (folder / "Lê Thị Thủy Hà.txt").write_text("", encoding="utf-8")
    (folder / "le_thi_thuy_ha.txt").write_text(f"{TEXT}\nHết.", encoding="utf-8")
    report = build([folder], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'))
    assert report.counts.model_dump() == {"given": 5, "accepted": 3, "duplicate": 1, "quarantined": 1}
    assert occurrences("Lê Thị Thủy Hà", tmp_path / "out") == []
    assert "ns#url>" not in quads(tmp_path / "out")
    assert all(not occurrences_in(str(refused)) for refused in report.refused)
    assert re.search(r'identifier> "withheld-[0-9a-f]{12}"', quads(tmp_path / "out"))


def occurrences_in(text: str) -> bool:
    return "thuy ha" in ascii_label(text).replace("-", " ").replace("_", " ")


def test_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    outputs = []
    for n, order in enumerate((("a1", "a2", "le-thi-thuy-ha"), ("le-thi-thuy-ha", "a2", "a1"))):
        for id in order:
            article(tmp_path / f"tin{n}", id, f"{TEXT}\n{id[:2]}")
        build([tmp_path / f"tin{n}"], out=tmp_path / f"out{n}", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'))
        outputs.append({path.name: path.read_bytes() for path in (tmp_path / f"out{n}").iterdir()})
    assert outputs[0] == outputs[1]


def test_some_articles_only(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    article(tmp_path / "tin", "a2", TEXT.replace("16/12/2024", "5/3/2023"))
    folder = decisions(tmp_path, 'name = "Lê Thị Thủy Hà"\narticles = ["a1"]')
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=folder, only=["nq"])
    lines = [line for line in quads(tmp_path / "out").splitlines() if "le6-thi5-thuy3-ha2" in line]
    assert lines
    assert not any(line.endswith("/article/a1> .") for line in lines)


def test_an_article_that_had_the_name_in_its_identifier(tmp_path: Path) -> None:
    article(tmp_path / "tin", "le-thi-thuy-ha-1", url="https://example.org/le-thi-thuy-ha")
    folder = decisions(tmp_path, 'name = "Lê Thị Thủy Hà"\narticles = ["le-thi-thuy-ha-1"]')
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=folder)
    assert occurrences("Lê Thị Thủy Hà", tmp_path / "out") == []


def test_a_build_that_can_read_nothing_leaves_no_file_with_the_name(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out")
    (tmp_path / "tin" / "tin.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ReviewError, match="build all files"):
        build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'))


def test_the_bearer_of_one_post_only(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    article(tmp_path / "tin", "a2", TEXT.replace("Đống Đa", "Thanh Xuân"))
    folder = decisions(tmp_path, 'name = "Lê Thị Thủy Hà"\npost = "Bí thư Quận ủy Đống Đa"')
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=folder, only=["nq"])
    graph = quads(tmp_path / "out")
    assert "le6-thi5-thuy3-ha2--quan-uy-thanh-xuan" in graph
    assert "le6-thi5-thuy3-ha2--quan-uy-dong-da" not in graph


def test_a_thing_by_its_name_in_the_graph(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "plain", only=["nq"])
    key = re.search(r"official/le6-thi5-thuy3-ha2[^>]*", quads(tmp_path / "plain"))
    assert key
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, f'iri = "{key[0]}"'), only=["nq"])
    assert key[0] not in quads(tmp_path / "out")
    assert "Lê Thị Thủy Hà" not in quads(tmp_path / "out")


def test_a_name_that_only_differs_by_its_marks_stays(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thúy Hạ"'))
    assert '"Lê Thị Thủy Hà"@vi' in quads(tmp_path / "out")
    assert ("decision-unused", "suppressions.toml:1") in issues(tmp_path / "out")


def test_a_place_of_that_name_goes_too(tmp_path: Path) -> None:
    text = TEXT.replace("Quận ủy Đống Đa", "Huyện ủy Trần Văn Thời, tỉnh Cà Mau")
    article(tmp_path / "tin", "a1", text)
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Trần Văn Thời"'))
    assert occurrences("Trần Văn Thời", tmp_path / "out") == []


def test_the_decisions_are_in_no_output_but_their_hash(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'))
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert re.fullmatch(r"[0-9a-f]{12}", run["reviewed"])
    assert b"theo y\xc3\xaau c" not in b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())


def test_what_was_suppressed_does_not_come_back(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    folder = decisions(tmp_path, 'name = "Lê Thị Thủy Hà"')
    build([tmp_path / "tin"], out=tmp_path / "out", reviewed=folder)
    with pytest.raises(ReviewError, match="made with human decisions"):
        build([tmp_path / "tin"], out=tmp_path / "out")


def test_a_file_that_would_stay_ends_the_build(tmp_path: Path) -> None:
    article(tmp_path / "tin", "a1")
    build([tmp_path / "tin"], out=tmp_path / "out")
    with pytest.raises(ReviewError, match="build all files"):
        build([tmp_path / "tin"], out=tmp_path / "out", reviewed=decisions(tmp_path, 'name = "Lê Thị Thủy Hà"'), only=["nq"])
