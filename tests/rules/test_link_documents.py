"""What carries out or continues which document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]
CITY, DISTRICT = "Kế hoạch 20-KH/TU", "Kế hoạch 30-KH/QU"


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 20-KH/TU, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
        "Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy, ngày 2-7-2021, Quận ủy Ba Đình đã ban hành Kế hoạch số 30-KH/QU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU về thực hiện Kế hoạch số 20-KH/TU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021 về việc triển khai Kế hoạch số 20-KH/TU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU thực hiện Kế hoạch số 20-KH/TU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU để thực hiện Kế hoạch số 20-KH/TU.",
        "Triển khai Kế hoạch số 20-KH/TU của Thành ủy, ngày 2/7/2021 Quận ủy Ba Đình có Kế hoạch số 30-KH/QU gửi các chi bộ.",
        "Căn cứ Kế hoạch số 20-KH/TU, Quận ủy Ba Đình vừa phát hành Kế hoạch số 30-KH/QU.",
        "Thực hiện Kế hoạch số 20-KH/TU của Thành ủy, Quận ủy Ba Đình đã gửi Kế hoạch số 30-KH/QU ngày 2-7-2021 tới các chi bộ.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU về tổ chức thực hiện Kế hoạch số 20-KH/TU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU về việc quán triệt, triển khai Kế hoạch số 20-KH/TU.",
    ],
)
def test_a_plan_implements_the_plan_it_carries_out(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == {(DISTRICT, CITY)}


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 10/2016/NĐ-CP quy định chi tiết và biện pháp thi hành một số điều của Luật Thanh tra.",
        "Nghị định số 10/2016/NĐ-CP ngày 5/6/2016 của Chính phủ hướng dẫn thi hành Luật Thanh tra.",
        "Chính phủ ban hành Nghị định số 10/2016/NĐ-CP, quy định chi tiết một số điều của Luật Thanh tra.",
    ],
)
def test_a_decree_that_gives_the_details_of_a_law_carries_it_out(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == {("Nghị định 10/2016/NĐ-CP", "Luật Thanh tra")}


def test_a_plan_may_be_about_several(relations: Relations) -> None:
    text = "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU thực hiện Kết luận số 01-KL/TW và Kế hoạch số 20-KH/TU."
    assert relations(text, "implements") == {(DISTRICT, CITY), (DISTRICT, "Kết luận 01-KL/TW")}


def test_a_semicolon_opens_another_document(relations: Relations) -> None:
    text = "Quận Ba Đình triển khai Kế hoạch số 30-KH/QU thực hiện Kết luận số 01-KL/TW; Kế hoạch số 20-KH/TU của Thành ủy."
    assert (DISTRICT, CITY) not in relations(text, "implements")


def test_a_plan_may_carry_out_several(relations: Relations) -> None:
    text = "Thực hiện Kết luận số 01-KL/TW và Kế hoạch số 20-KH/TU của Thành ủy, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU."
    assert relations(text, "implements") == {(DISTRICT, CITY), (DISTRICT, "Kết luận 01-KL/TW")}


@pytest.mark.parametrize(
    "text",
    [
        "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW được quán triệt.",
        "Sơ kết Kết luận số 01-KL/TW về việc tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
        "Kết luận số 01-KL/TW về tiếp tục đẩy mạnh thực hiện Chỉ thị số 05-CT/TW.",
    ],
)
def test_what_goes_on_with_a_document_continues_it(text: str, relations: Relations) -> None:
    assert relations(text, "continues") == {("Kết luận 01-KL/TW", "Chỉ thị 05-CT/TW")}
    assert relations(text, "implements") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021 về thực hiện Chỉ thị số 99-CT/TU ngày 5-9-2022 của Thành ủy Hà Nội.",
        "Thực hiện Chỉ thị số 99-CT/TU ngày 5-9-2022 của Thành ủy Hà Nội, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021.",
        "Kết luận số 30-KL/TW ngày 2-7-2021 về tiếp tục thực hiện Chỉ thị số 99-CT/TW ngày 5-9-2022.",
    ],
)
def test_nothing_carries_out_a_later_document_but_the_doubt_is_kept(text: str, read: Read) -> None:
    findings = read(text)
    assert [f for f in findings.facts if f.predicate in ("implements", "continues")] == []
    (issue,) = [i for i in findings.issues if i.code == "implements-later"]
    assert issue.begin is not None and "99-CT" in findings.article.text[issue.begin : issue.end]


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy Ba Đình quán triệt Kế hoạch số 20-KH/TU và Kế hoạch số 30-KH/QU.",
        "Kế hoạch số 20-KH/TU được ban hành. Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
        "Theo Kế hoạch số 20-KH/TU, quy chế ban hành kèm theo Kế hoạch số 30-KH/QU vẫn có hiệu lực.",
        "Việc vay vốn theo Kế hoạch số 20-KH/TU, đồng chí Bí thư cho biết, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
        "Kế hoạch số 30-KH/QU thay thế Kế hoạch số 20-KH/TU.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU; Thành ủy Hà Nội ban hành Kế hoạch số 20-KH/TU.",
    ],
)
def test_documents_side_by_side_are_not_tied(text: str, relations: Relations) -> None:
    assert relations(text, "implements", "continues") == set()


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết Kế hoạch số 20-KH/TU.", {CITY}),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị quán triệt Nghị quyết số 18-NQ/TW.", {"Nghị quyết 18-NQ/TW"}),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị tổng kết 5 năm thực hiện Chỉ thị số 05-CT/TW.", {"Chỉ thị 05-CT/TW"}),
        (
            "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết Kết luận số 01-KL/TW về tiếp tục thực hiện Chỉ thị số 05-CT/TW.",
            {"Kết luận 01-KL/TW"},
        ),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Kế hoạch số 20-KH/TU được nhắc đến.", set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị và ban hành Kế hoạch số 30-KH/QU.", set()),
    ],
)
def test_an_event_implements_what_its_name_says_it_reviews(text: str, documents: set[str], relations: Relations) -> None:
    assert {o for s, o in relations(text, "implements") if s == "hoi-nghi"} == documents


def test_a_campaign_implements_the_plan_that_sets_it_going_and_what_that_carries_out(relations: Relations) -> None:
    text = (
        "Thực hiện Kế hoạch số 20-KH/TU, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU "
        "về việc triển khai đợt sinh hoạt chính trị “Nêu gương”."
    )
    assert relations(text, "implements") == {(DISTRICT, CITY), ("Nêu gương", DISTRICT), ("Nêu gương", CITY)}


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị, Huyện đoàn Anh Sơn phát động phong trào “Sạch đẹp”.",
        "Huyện đoàn Anh Sơn phát động phong trào “Sạch đẹp” theo Chỉ thị số 05-CT/TW.",
        "Phong trào “Sạch đẹp” lan rộng. Đây là cuộc vận động lớn nhằm triển khai thực hiện Chỉ thị số 05-CT/TW.",
        "Phong trào “Sạch đẹp” được Huyện đoàn Anh Sơn triển khai theo Chỉ thị số 05-CT/TW.",
        "Huyện đoàn Anh Sơn tổ chức cuộc thi “Sạch đẹp”. Cuộc thi là hoạt động thiết thực thực hiện Chỉ thị số 05-CT/TW.",
    ],
)
def test_a_campaign_is_for_the_document_that_its_clause_or_sentence_names(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == {("Sạch đẹp", "Chỉ thị 05-CT/TW")}


@pytest.mark.parametrize(
    "text",
    [
        "Quán triệt Chỉ thị số 05-CT/TW, gắn với đẩy mạnh phong trào “Sạch đẹp”.",
        "Phong trào “Sạch đẹp” gắn với thực hiện Chỉ thị số 05-CT/TW.",
        "Thực hiện Chỉ thị số 05-CT/TW, đồng chí Bí thư yêu cầu Huyện đoàn Anh Sơn phát động phong trào “Sạch đẹp”.",
    ],
)
def test_a_campaign_beside_a_document_is_not_for_it(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == set()


@pytest.mark.parametrize(
    "text",
    [
        "UBND quận Ba Đình ban hành Quyết định 878/QĐ-UBND về việc thu hồi khu đất đã cho một công ty được thuê theo Quyết định 907/QĐ-UB.",
        "Ngày 2-6-2013, Quận ủy Ba Đình tổ chức hội nghị. Tại hội nghị, các đại biểu được quán triệt dự thảo sửa đổi Hiến pháp năm 1992.",
        "Thực hiện Kết luận 24-KL/TW về quy hoạch cán bộ gắn với thực hiện Quy chế theo Quyết định 68-QĐ/TW, các cấp đã làm tốt.",
    ],
)
def test_what_was_done_under_another_document_and_what_is_a_draft_carry_nothing_out(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == set()


def test_an_order_about_something_in_the_spirit_of_another_carries_it_out(relations: Relations) -> None:
    text = "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU về bảo đảm an ninh, trật tự theo tinh thần Kế hoạch số 20-KH/TU."
    assert relations(text, "implements") == {(DISTRICT, CITY)}


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh ký Quyết định số 12/QĐ-UBND về việc kiểm định tàu vỏ thép đóng mới theo Nghị định số 67/2014/NĐ-CP.",
        "Thông tư số 04/2013/TT-BGDĐT về việc sửa đổi quy chế thi ban hành kèm theo Thông tư số 10/2012/TT-BGDĐT.",
        "Nghị quyết số 15/NQ-HĐND về phân bổ vốn cho các huyện nghèo theo Nghị quyết số 30a/2008/NQ-CP.",
    ],
)
def test_what_an_order_is_about_may_be_done_by_another_one(text: str, relations: Relations) -> None:
    assert relations(text, "implements") == set()
