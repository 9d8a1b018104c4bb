"""Known bodies: the tree of the centre, the bodies of every place, their days and their successors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.authority import open_authority
from kgraph.authority.bodies import load_bodies
from kgraph.errors import AuthorityError
from kgraph.lexicon import load_lexicon

LEXICON = load_lexicon()
BODIES = open_authority(LEXICON).bodies
CENTRAL = """[[central]]
id = "chinh-phu"
vi = "Chính phủ"
en = "Government"
kind = "chinh-phu"
system = "state"
source = "Hiến pháp"
"""
LOCAL = '[[local]]\nlevel = "district"\nkind = "phong"\nfield = "noi-vu"\nsystem = "state"\nparent = "ubnd"\nsource = "Luật"\n'


def test_ministries_that_were_merged_say_into_which_and_when() -> None:
    merged = {b.id: b for b in BODIES.central.values() if b.valid_to == "2025-02-28"}
    assert len(merged) == 7
    assert merged["bo-tai-nguyen-va-moi-truong"].succeeded_by == ("bo-nong-nghiep-va-moi-truong",)
    assert BODIES.central["bo-nong-nghiep-va-moi-truong"].valid_from == "2025-03-01"
    assert BODIES.by_key["organization/bo-nn-ptnt"].id == "bo-nong-nghiep-va-phat-trien-nong-thon"


def test_all_is_part_of_something_at_the_top() -> None:
    for body in BODIES.central.values():
        assert not (body.parent and BODIES.above(body)[-1].parent), body.id


def test_every_body_of_a_district_has_ended() -> None:
    ended = {p.valid_to for patterns in BODIES.patterns.values() for p in patterns if p.level == "district"}
    assert ended == {"2025-06-30", "2025-02"}


@pytest.mark.parametrize(
    ("level", "kind", "label", "found"),
    [
        ("province", "so", "Sở Kế hoạch và Đầu tư tỉnh Nghệ An", "so/ke-hoach-va-dau-tu"),
        ("province", "so", "Sở KH&ĐT tỉnh Nghệ An", "so/ke-hoach-va-dau-tu"),
        ("province", "so", "Sở Du lịch tỉnh Nghệ An", None),
        ("district", "phong", "Phòng Tư pháp huyện Anh Sơn", "phong"),
        ("commune", "ubnd", "UBND phường Kim Liên", "ubnd"),
        ("commune", "so", "Sở Y tế", None),
    ],
)
def test_a_local_body_is_known_by_level_kind_and_field(level: str, kind: str, label: str, found: str | None) -> None:
    pattern = BODIES.pattern(level, kind, label)
    assert (pattern.id if pattern else None) == found


def test_a_department_names_the_one_that_took_over_its_tasks() -> None:
    pattern = BODIES.pattern("province", "so", "Sở Giao thông vận tải tỉnh Nghệ An")
    assert pattern
    assert [p.head for p in BODIES.successors(pattern)] == ["Sở Xây dựng"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (CENTRAL + "\n" + CENTRAL, "organizations.toml:1 and organizations.toml:9"),
        (CENTRAL + 'parent = "chinh-phu"\n', "organizations.toml:1"),
        (CENTRAL + 'succeeded_by = ["atlantis"]\n', "organizations.toml:1"),
        (CENTRAL + 'valid_from = "2025-13"\n', "organizations.toml:1"),
        (CENTRAL + 'valid_from = 2025-03-01\nvalid_to = "2025-02"\n', "organizations.toml:1"),
        (CENTRAL.replace('"state"', '"church"'), "organizations.toml:1"),
        (CENTRAL.replace('kind = "chinh-phu"', 'kind = "hoang-gia"'), "organizations.toml:1"),
        (LOCAL + "\n" + LOCAL, "organizations.toml:1 and organizations.toml:9"),
        (LOCAL.replace('"noi-vu"', '"phep-thuat"'), "organizations.toml:1"),
        (LOCAL.replace('"district"', '"street"'), "organizations.toml:1"),
        (LOCAL + 'succeeded_by = ["phong/y-te"]\n', "organizations.toml:1"),
    ],
)
def test_a_fault_names_its_file_and_line(content: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "organizations.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AuthorityError) as fault:
        load_bodies(path, LEXICON)
    assert fault.value.where == place
