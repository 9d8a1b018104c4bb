"""The register of documents: what is in it, which of them a short citation can mean, and what is said where it is not well formed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kgraph.authority import Authority, open_authority
from kgraph.authority.bodies import Bodies
from kgraph.authority.documents import Document, Documents, load_documents
from kgraph.errors import AuthorityError, NothingMatched
from kgraph.extract import open_extractor
from kgraph.lexicon import Lexicon
from kgraph.model import Article

EXTRACTOR = open_extractor()
AUTHORITY = open_authority(EXTRACTOR.lexicon)
REGISTER = AUTHORITY.documents
HEAD = '[source.party]\nname = "Văn kiện"\naddress = "https://example.org/"\n\n'
OLD = """[[document]]
key = "directive/bo-chinh-tri--2011--chi-thi--3-ct-tw"
designation = "03-CT/TW"
type = "chi-thi"
issuer = "bo-chinh-tri"
issued = 2011-05-14
title = "về một việc"
source = "party"
"""
NEW = OLD.replace("2011", "2016").replace("03-CT", "05-CT").replace("3-ct", "5-ct")


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return AUTHORITY.bodies


def keys(text: str) -> set[str]:
    return {directive.key for directive in EXTRACTOR.extract(Article(id="a", text=text)).directives}


def small(folder: Path, content: str, bodies: Bodies, lexicon: Lexicon = EXTRACTOR.lexicon) -> Documents:
    path = folder / "documents.toml"
    path.write_text(HEAD + content, encoding="utf-8")
    return load_documents(path, lexicon, bodies)


def test_the_register_holds_what_news_cites_most() -> None:
    assert len(REGISTER.all) >= 400
    assert sum(document.checked for document in REGISTER.all) >= 175
    assert {"party", "state"} == {document.issuer.system for document in REGISTER.all}


@pytest.mark.parametrize("document", [d for d in REGISTER.all if d.designation], ids=lambda d: d.key.partition("/")[2])
def test_a_full_citation_has_the_key_of_the_register(document: Document) -> None:
    day, kind = date.fromisoformat(document.issued), AUTHORITY.type_labels[document.document_type]
    written = f"{document.designation} ngày {day.day}/{day.month}/{day.year} của {document.issuer.vi}"
    assert keys(f"Hội nghị quán triệt {kind} số {written}.") & {document.key, *document.also}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Luật Đất đai năm 2024", "directive/luat-dat-dai-2024"),
        ("Bộ luật Lao động 2019", "directive/luat-lao-dong-2019"),
        ("Luật Tổ chức chính quyền địa phương năm 2015", "directive/luat-to-chuc-chinh-quyen-dia-phuong-2015"),
        ("Hiến pháp năm 2013", "directive/hien-phap-2013"),
        ("Nghị quyết Trung ương 4 khóa XII", "directive/nghi-quyet-trung-uong-4-khoa-xii"),
    ],
)
def test_a_document_known_by_its_name_has_the_key_of_the_register(text: str, key: str) -> None:
    (found,) = keys(f"Hội nghị phổ biến {text}.")
    assert REGISTER.document(found) is REGISTER.document(key)


def test_the_same_document_answers_to_each_of_its_keys() -> None:
    assert REGISTER.document("directive/quoc-hoi--2024--luat--31-2024-qh15") is REGISTER.document("directive/luat-dat-dai-2024")
    with pytest.raises(NothingMatched):
        REGISTER.document("directive/unnamed")


@pytest.mark.parametrize(
    ("kind", "number", "on", "narrowed", "found"),
    [
        ("chi-thi", "05", "2016-05-14", {}, []),
        ("chi-thi", "05", "2016-05-15", {}, ["05-CT/TW"]),
        ("chi-thi", "05-CT/TW", "2024-03-19", {"issuer": "bo-chinh-tri"}, ["05-CT/TW"]),
        ("ket-luan", "1", "2024-03-19", {"system": "state"}, []),
        ("quy-dinh", "47", "2021-10-24", {}, ["47-QĐ/TW"]),
        ("quy-dinh", "47", "2021-10-25", {}, []),
        ("quy-dinh", "37", "2021-10-25", {}, ["37-QĐ/TW"]),
        ("nghi-quyet", "35", "2019-01-01", {}, ["35/NQ-CP", "35-NQ/TW"]),
        ("nghi-quyet", "35", "2019-01-01", {"system": "party"}, ["35-NQ/TW"]),
        ("nghi-quyet", "35", "2019-01-01", {"issuer": "chinh-phu"}, ["35/NQ-CP"]),
        ("nghi-quyet", "18", "2023-01-01", {"issuer": "ban-chap-hanh-trung-uong"}, ["18-NQ/TW", "18-NQ/TW"]),
        ("nghi-quyet", "30A", "2010-01-01", {}, ["30a/2008/NQ-CP"]),
        ("nghi-dinh", "30", "2020-03-04", {}, []),
        ("nghi-dinh", "30", "2020-03-05", {}, ["30/2020/NĐ-CP"]),
        ("chi-thi", "", "2024-03-19", {}, []),
    ],
)
def test_a_short_citation_has_the_documents_in_force_on_its_day(
    kind: str, number: str, on: str, narrowed: dict[str, str], found: list[str]
) -> None:
    assert [d.designation for d in REGISTER.in_force(kind, number, on=on, **narrowed)] == found


def test_what_took_the_place_of_a_document_was_issued_by_its_last_day_or_the_day_after() -> None:
    for document in REGISTER.all:
        for key in document.replaced_by:
            gap = date.fromisoformat(REGISTER.document(key).issued) - date.fromisoformat(document.last_day or "")
            assert gap.days <= 1, document.key


def test_a_register_may_be_small(tmp_path: Path, bodies: Bodies) -> None:
    replaced = OLD + 'last_day = 2016-05-14\nreplaced_by = ["directive/bo-chinh-tri--2016--chi-thi--5-ct-tw"]\n'
    old, new = small(tmp_path, replaced + "\n" + NEW, bodies).all
    assert (old.in_force("2016-05-14"), old.in_force("2016-05-15"), new.in_force("2030-01-01")) == (True, False, True)
    assert (old.place, old.source.name, old.checked) == ("documents.toml:5", "Văn kiện", False)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (OLD + "\n" + OLD, "documents.toml:5 and documents.toml:14"),
        (OLD.replace('title = "về một việc"\n', ""), "documents.toml:5"),
        (OLD.replace("2011-05-14", '"14/5/2011"'), "documents.toml:5"),
        (OLD.replace("issued = 2011-05-14\n", ""), "documents.toml:5"),
        (OLD.replace('"chi-thi"', '"thu-tay"'), "documents.toml:5"),
        (OLD.replace('"bo-chinh-tri"', '"bo-y-te-moi"'), "documents.toml:5"),
        (OLD.replace('"party"', '"blog"'), "documents.toml:5"),
        (OLD.replace('"03-CT/TW"', '"CT/TW"'), "documents.toml:5"),
        (OLD.replace("directive/bo-chinh-tri", "Chỉ thị"), "documents.toml:5"),
        (OLD + "last_day = 2016-05-14\n", "documents.toml:5"),
        (OLD + 'last_day = 2010-05-14\nreplaced_by = ["x"]\n', "documents.toml:5"),
        (OLD + 'last_day = 2016-05-14\nreplaced_by = ["directive/x"]\n', "documents.toml:5"),
        (OLD + 'continues = ["directive/bo-chinh-tri--2011--chi-thi--3-ct-tw"]\n', "documents.toml:5"),
        (OLD + 'continues = ["directive/bo-chinh-tri--2016--chi-thi--5-ct-tw"]\n\n' + NEW, "documents.toml:5"),
        ("[[document]\n", "documents.toml"),
    ],
)
def test_a_fault_names_its_file_and_line(content: str, place: str, tmp_path: Path, bodies: Bodies) -> None:
    with pytest.raises(AuthorityError) as fault:
        small(tmp_path, content, bodies)
    assert fault.value.where == place


def test_a_missing_list_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError) as fault:
        open_authority(EXTRACTOR.lexicon, tmp_path)
    assert fault.value.where == "organizations.toml"


def test_the_lists_are_read_once() -> None:
    found: Authority = open_authority(EXTRACTOR.lexicon)
    assert found is AUTHORITY
