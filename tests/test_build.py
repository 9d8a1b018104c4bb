"""Sources to files, with a stand-in for the rooms that read an article and write its quads."""

import json
import random
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from kgraph.build import FILES, BuildReport, build
from kgraph.errors import KgraphError, NoSpace
from kgraph.model import Article, Findings, Issue, Organization, Unit
from kgraph.reports import Counts
from kgraph.scale import reading
from kgraph.settings import NAMESPACE, Settings

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
BODY = "Quận ủy Đống Đa tổ chức hội nghị."


class Reader:
    """Finds the unit of every article, doubts every article, and stumbles where it reads “vấp”."""

    lexicon = gazetteer = None

    def extract(self, article: Article) -> Findings:
        if "vấp" in article.text:
            raise ZeroDivisionError(article.text)
        label = f"Đống Đa {len(article.text) % 2}"
        unit = Unit(key="unit/dong-da", name="Đống Đa", designation="quận", label=label, level="district")
        doubt = Issue(code="doubt", message="unsure", article=article.id, begin=0, end=4)
        return Findings(article, units=(unit,), issues=(doubt,))


def quads(findings: Findings, *, base: str) -> Iterator[str]:
    if "lỡ" in findings.article.text:
        raise ValueError(findings.article.text)
    name = f"<{base}id/article/{findings.article.id}>"
    yield f'{name} <{NAMESPACE}sha> "{findings.article.sha256}" {name} .'
    yield f"{name} {TYPE} <{NAMESPACE}Article> {name} ."
    yield from (f'{name} <{NAMESPACE}alsoAs> "{other}" {name} .' for other in findings.article.also_as)


def background(units: Iterable[Unit], organizations: Iterable[Organization], *, base: str, **_: None) -> Iterator[str]:
    for unit in units:
        yield f'<{base}id/{unit.key}> <{NAMESPACE}label> "{unit.label}" <{base}graph/authority> .'


def write_turtle(graph: Path, target: Path, *, base: str) -> None:
    target.write_bytes(f"@prefix : <{base}> .\n".encode() + graph.read_bytes())


def write_page(graph: Path, target: Path) -> None:
    target.write_bytes(b"<!doctype html>" + graph.read_bytes())


@pytest.fixture(autouse=True)
def rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand-ins for the other rooms."""
    stand_ins = {
        "scale.stating.background": background,
        "scale.contribution.open_extractor": Reader,
        "scale.contribution.open_authority": lambda _: None,
        "scale.contribution.known_documents": lambda _: frozenset(),
        "scale.contribution.quads": quads,
    }
    for name, stand_in in stand_ins.items():
        monkeypatch.setattr(f"kgraph.{name}", stand_in)
    monkeypatch.setattr("kgraph.exports.turtle.write_turtle", write_turtle)
    monkeypatch.setattr("kgraph.view.page.write_page", write_page)
    reading.open_reader.cache_clear()
    yield
    reading.open_reader.cache_clear()


@pytest.fixture
def tin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles in the current folder: two texts under three names, one shared name, and a bad line."""
    monkeypatch.chdir(tmp_path)
    folder = Path("tin")
    (folder / "sub").mkdir(parents=True)
    (folder / "b.txt").write_text(BODY, encoding="utf-8")
    (folder / "a.txt").write_text(BODY, encoding="utf-8")
    (folder / "c.txt").write_text(f"{BODY} Một.", encoding="utf-8")
    (folder / "sub" / "c.txt").write_text(f"{BODY} Hai.", encoding="utf-8")
    (folder / "d.jsonl").write_text(f'{{"id": "d", "text": "{BODY} Ba", "published": "2024-13"}}\n{{}}\n', encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def issues(folder: Path) -> list[tuple[str | None, str, str | None]]:
    lines = (folder / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    return [(i["article"], i["code"], i["place"]) for i in map(json.loads, lines)]


def test_all_files_are_written_and_nothing_is_lost(tin: Path) -> None:
    report = build([tin], out=Path("out"))
    assert set(contents(Path("out"))) == set(FILES.values()) == set(report.files)
    assert report.counts.model_dump() == {"given": 6, "accepted": 4, "duplicate": 1, "quarantined": 1}
    assert report.exit_code == 3
    assert [i.place for i in report.refused] == ["tin/d.jsonl:2"]


def test_the_graph_is_sorted_lines_with_settled_names(tin: Path) -> None:
    build([tin], out=Path("out"))
    lines = (Path("out") / "graph.nq").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    names = {line.split()[0].rpartition("/")[2][:-1] for line in lines if " <https://w3id.org/kgraph-vn/graph/" not in line}
    assert {n[:2] for n in names} == {"a", "c-", "d"}
    assert len(names) == 4
    assert sum(f'<{NAMESPACE}alsoAs> "b"' in line for line in lines) == 1


def test_issues_bear_the_settled_name_and_stand_in_order(tin: Path) -> None:
    build([tin], out=Path("out"))
    found = issues(Path("out"))
    assert found[0] == (None, "text", "tin/d.jsonl:2")
    assert [code for article, code, _ in found if article == "d"] == ["doubt", "metadata"]
    assert sum(bool(article and article.startswith("c-")) for article, _, _ in found) == 2


def test_the_run_report_counts_and_hashes(tin: Path) -> None:
    build([tin], out=Path("out"))
    run = json.loads((Path("out") / "run.json").read_text(encoding="utf-8"))
    assert run["counts"] == {"given": 6, "accepted": 4, "duplicate": 1, "quarantined": 1}
    assert run["classes"] == {"Article": 4}
    assert run["sources"]["a"] == Article(id="a", text=BODY).sha256
    assert str(Path.cwd()) not in json.dumps(run)


def test_same_bytes_for_any_order_and_way_of_naming_the_files(tin: Path) -> None:
    build([tin], out=Path("out"))
    files: list[str | Path] = [p for p in tin.rglob("*") if p.is_file()]
    for seed in range(3):
        random.Random(seed).shuffle(files)
        build(files, out=Path(f"out{seed}"))
        assert contents(Path(f"out{seed}")) == contents(Path("out"))


def test_only_some_files(tin: Path) -> None:
    build([tin], out=Path("all"))
    for names in ({"nq"}, {"ttl"}, {"html", "run"}, {"issues"}, set(FILES)):
        out = Path("-".join(sorted(names)))
        report = build([tin], out=out, only=frozenset(names))
        assert contents(out) == {FILES[n]: contents(Path("all"))[FILES[n]] for n in names}
        assert set(report.files) == {FILES[n] for n in names}


def test_an_unknown_file_is_refused_before_anything_is_read(tin: Path) -> None:
    with pytest.raises(KgraphError, match="nq, ttl, html, cards, issues, run"):
        build([tin], out=Path("out"), only=frozenset({"nq", "pdf"}))
    assert not Path("out").exists()


def test_a_missing_source_touches_nothing(tin: Path) -> None:
    with pytest.raises(KgraphError, match="no such file"):
        build([tin, "missing"], out=Path("out"))
    assert not Path("out").exists()


@pytest.mark.parametrize("word", ["vấp", "lỡ"])
def test_an_article_that_cannot_be_read_leaves_no_trace_but_a_fault(tin: Path, word: str) -> None:
    build([tin], out=Path("clean"), only=frozenset({"nq"}))
    (tin / "e.txt").write_text(f"{BODY} {word}", encoding="utf-8")
    report = build([tin], out=Path("out"))
    assert contents(Path("out"))["graph.nq"] == contents(Path("clean"))["graph.nq"]
    assert report.counts.model_dump() == {"given": 7, "accepted": 4, "duplicate": 1, "quarantined": 2}
    assert ("e", "fault", None) in issues(Path("out"))
    [fault] = [line for line in (Path("out") / "issues.jsonl").read_text(encoding="utf-8").splitlines() if "fault" in line]
    assert "Error while" in fault
    assert word not in fault


def test_developers_may_see_the_exception(tin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_STRICT", "1")
    (tin / "e.txt").write_text(f"{BODY} vấp", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        build([tin], out=Path("out"))


def test_where_nothing_can_be_read_the_old_graph_stays(tin: Path) -> None:
    build([tin], out=Path("out"))
    old = contents(Path("out"))
    Path("empty.txt").write_text("", encoding="utf-8")
    report = build(["empty.txt"], out=Path("out"))
    assert report.exit_code == 4
    assert report.files == ("issues.jsonl", "run.json")
    new = contents(Path("out"))
    assert {n: new[n] for n in ("graph.nq", "graph.ttl", "graph.html")} == {n: old[n] for n in ("graph.nq", "graph.ttl", "graph.html")}
    assert issues(Path("out")) == [(None, "empty", "empty.txt")]


def test_an_empty_folder_is_nothing_usable(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert build([tmp_path / "empty"], out=tmp_path / "out").exit_code == 4


def test_a_projection_that_fails_leaves_the_old_set(tin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([tin], out=Path("out"))
    old = contents(Path("out"))
    (tin / "f.txt").write_text(f"{BODY} Bốn.", encoding="utf-8")

    def full(graph: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kgraph.view.page.write_page", full)
    with pytest.raises(NoSpace):
        build([tin], out=Path("out"))
    assert contents(Path("out")) == old


def test_the_output_is_not_read_as_a_source(tin: Path) -> None:
    first = build([tin], out=tin / "out")
    assert build([tin], out=tin / "out").counts == first.counts


def test_standard_input_is_one_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(BODY.encode())))
    report = build(["-"], out=tmp_path / "out")
    assert report.counts.accepted == 1
    assert f"{Settings().base}id/article/stdin" in (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")


def test_the_base_of_names_comes_from_the_settings(tin: Path) -> None:
    build([tin], out=Path("out"), settings=Settings(base="https://example.org/"))
    assert b"<https://example.org/id/article/a>" in contents(Path("out"))["graph.nq"]
    assert json.loads(contents(Path("out"))["run.json"])["base"] == "https://example.org/"


def test_progress_counts_inputs(tin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr("kgraph.build.SIZE", 1)
    build([tin], out=Path("out"), progress=lambda done, given: told.append((done, given)))
    assert told == [(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)]


def test_sources_that_change_meanwhile_are_noticed(tin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Reader.extract

    def change(self: Reader, article: Article) -> Findings:
        (tin / "sub" / "c.txt").write_text(f"{BODY} Khác.", encoding="utf-8")
        return original(self, article)

    monkeypatch.setattr(Reader, "extract", change)
    with pytest.raises(KgraphError, match="changed"):
        build([tin], out=Path("out"))
    assert not contents(Path("out"))


def test_exit_codes() -> None:
    codes = [BuildReport(Path("x"), Counts(accepted=a, quarantined=q)).exit_code for a, q in ((2, 0), (2, 1), (0, 1), (0, 0))]
    assert codes == [0, 3, 4, 4]
