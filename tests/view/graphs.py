"""Small graphs as `kgraph build` writes them (sorted N-Quads after the graph contract), over articles made up for the tests."""

from __future__ import annotations

import hashlib

BASE = "https://w3id.org/kgraph-vn/"
PREFIXES = {
    "kg": f"{BASE}ns#",
    "id": f"{BASE}id/",
    "kgv": f"{BASE}vocab/",
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "graph/authority"
DERIVED = "graph/derived"
DATATYPES = {"issuedOn": "xsd:date", "startDate": "xsd:date", "endDate": "xsd:date", "edition": "xsd:integer", "year": "xsd:integer"}


def iri(name: str) -> str:
    """`kg:Event` or `id:event/x` in full; `graph/derived` under the base; a full name as it is."""
    prefix, _, rest = name.partition(":")
    full = PREFIXES[prefix] + rest if prefix in PREFIXES else name if prefix in ("http", "https") else BASE + name
    return f"<{full}>"


def literal(text: str, kind: str = "") -> str:
    """A literal; `kind` is empty, `@vi` or a datatype such as `xsd:date`."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"}
    quoted = '"' + "".join(escapes.get(c, c) for c in text) + '"'
    return quoted + (kind if kind.startswith("@") else f"^^{iri(kind)}" if kind else "")


def digest(*parts: str) -> str:
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


class Quads:
    """Lines of N-Quads as they gather; `str()` of it is the file."""

    def __init__(self) -> None:
        self.lines: set[str] = set()
        self.texts: dict[str, str] = {}

    def __str__(self) -> str:
        return "".join(sorted(f"{line}\n" for line in self.lines))

    def add(self, graph: str, subject: str, predicate: str, *objects: str) -> None:
        """One quad for each object, given in N-Quads syntax."""
        self.lines |= {f"{iri(subject)} {iri(predicate)} {o} {iri(graph)} ." for o in objects}

    def article(self, name: str, title: str, published: str, text: str, url: str = "", identifier: str = "") -> str:
        """The article's own description; returns its name, which is also that of its graph."""
        article = f"id:article/{name}"
        self.texts[article] = text
        self.add(article, article, "rdf:type", iri("kg:Article"))
        self.add(article, article, "dcterms:identifier", literal(identifier or name))
        for predicate, value, kind in (("title", title, "@vi"), ("publishedEdtf", published, ""), ("url", url, "xsd:anyURI")):
            if value:
                self.add(article, article, f"kg:{predicate}", literal(value, kind))
        return article

    def entity(self, graph: str, name: str, class_name: str, label: str, **values: str) -> str:
        """An entity with literals of its class, words of code lists (`kind="kgv:…"`) and `altLabel`."""
        self.add(graph, name, "rdf:type", iri(f"kg:{class_name}"))
        self.add(graph, name, "rdfs:label", literal(label, "@vi"))
        for key, value in values.items():
            if key == "altLabel":
                self.add(graph, name, "skos:altLabel", literal(value, "@vi"))
            elif value.startswith("kgv:"):
                self.add(graph, name, f"kg:{key}", iri(value))
            else:
                self.add(graph, name, f"kg:{key}", literal(value, DATATYPES.get(key, "")))
        return name

    def concept(self, name: str, vi: str, en: str = "") -> str:
        """A word of a code list."""
        self.add(AUTHORITY, name, "rdf:type", iri("skos:Concept"))
        self.add(AUTHORITY, name, "skos:prefLabel", literal(vi, "@vi"), *([literal(en, "@en")] if en else []))
        return name

    def stated(self, article: str, subject: str, predicate: str, target: str, quote: str, rule: str = "test.rule") -> str:
        """A fact between two resources with the sentence that shows it; returns the statement."""
        self.add(article, subject, predicate, iri(target))
        return self.evidence(article, subject, predicate, iri(target), quote, rule)

    def evidence(self, article: str, subject: str, predicate: str, target: str, quote: str, rule: str = "test.rule") -> str:
        """A statement alone; `target` in N-Quads syntax; the quote must stand in the article's text (empty: withheld)."""
        begin = self.texts[article].index(quote)
        statement = self._statement(article, subject, predicate, target, str(begin))
        self.add(article, statement, "kg:inArticle", iri(article))
        self.add(article, statement, "kg:begin", literal(str(begin), "xsd:integer"))
        self.add(article, statement, "kg:end", literal(str(begin + len(quote)), "xsd:integer"))
        self.add(article, statement, "kg:rule", literal(rule))
        self.add(article, statement, "kg:confidence", literal("0.9", "xsd:decimal"))
        self.add(article, statement, *(("kg:quote", literal(quote)) if quote else ("kg:quoteWithheld", literal("true", "xsd:boolean"))))
        return statement

    def derived(self, subject: str, predicate: str, target: str, rule: str, *grounds: str) -> None:
        """A fact that rests on statements and has no sentence of its own."""
        self.add(DERIVED, subject, predicate, iri(target))
        statement = self._statement(DERIVED, subject, predicate, iri(target), rule)
        self.add(DERIVED, statement, "kg:derivedByRule", literal(rule))
        self.add(DERIVED, statement, "prov:wasDerivedFrom", *(iri(ground) for ground in grounds))

    def holding(self, article: str, person: str, role: str, body: str, day: str, quote: str, status: str = "held") -> str:
        """A position of a person, with its sentence; returns the statement."""
        holding = f"id:holding/{digest(person, role, body, status)}"
        self.add(article, holding, "rdf:type", iri("kg:PositionHolding"))
        self.add(article, holding, "org:member", iri(person))
        self.add(article, holding, "org:role", iri(role))
        self.add(article, holding, "kg:holdingStatus", iri(f"kgv:holding-status/{status}"))
        if body:
            self.add(article, holding, "org:organization", iri(body))
        if day:
            self.add(article, holding, "kg:observedOn", literal(day, "xsd:date"))
        return self.stated(article, person, "kg:hasPosition", holding, quote)

    def _statement(self, graph: str, subject: str, predicate: str, target: str, place: str) -> str:
        statement = f"id:statement/{digest(graph, subject, predicate, target, place)}"
        self.add(graph, statement, "rdf:type", iri("kg:Statement"))
        self.add(graph, statement, "rdf:subject", iri(subject))
        self.add(graph, statement, "rdf:predicate", iri(predicate))
        self.add(graph, statement, "rdf:object", target)
        return statement


LAUNCH = (
    "Sáng 19/3, Quận ủy Hải Châu tổ chức Hội nghị triển khai Kế hoạch số 112-KH/QU tại quận Hải Châu.\n"
    "Đồng chí Đỗ Trường Thọ, Bí thư Quận ủy Hải Châu, chủ trì hội nghị và phát biểu chỉ đạo.\n"
    "Bà Lâm Thị Yến, Phó Chủ tịch UBND quận, dự hội nghị.\n"
    "Tại hội nghị, Quận uỷ phát động Hội thi “Sông Hàn trong tim tôi” lần thứ II.\n"
    "Kế hoạch số 112-KH/QU ngày 05/3/2024 thực hiện Chỉ thị số 77-CT/TU của Thành ủy Đà Nẵng.\n"
)
REVIEW = (
    "Chiều 01/10, Thành ủy Đà Nẵng tổ chức Hội nghị sơ kết Chỉ thị số 77-CT/TU.\n"
    "Ông Đỗ Trường Thọ, nguyên Bí thư Quận ủy Hải Châu, cùng cháu ruột dự hội nghị.\n"
    "Trước đó, ông Đỗ Trường Thọ có mặt tại Hội nghị triển khai Kế hoạch số 112-KH/QU.\n"
)
ISLAND = "Huyện ủy Vân Sơn học tập chuyên đề. Bà Hoàng Mai Ngân, Bí thư Huyện ủy Vân Sơn, truyền đạt. Nghị quyết 15 được nhắc lại.\n"


def sample() -> str:
    """Three articles, two parts that nothing joins, one document on its own."""
    q = Quads()
    secretary = q.concept("kgv:role/bi-thu", "Bí thư", "Secretary")
    deputy = q.concept("kgv:role/pho-chu-tich", "Phó Chủ tịch", "Vice chair")
    q.concept("kgv:level/province", "cấp tỉnh", "province")
    q.concept("kgv:level/district", "cấp huyện", "district")
    meeting = q.concept("kgv:event-kind/hoi-nghi", "Hội nghị", "Conference")
    contest = q.concept("kgv:campaign-kind/hoi-thi", "Hội thi", "Contest")
    q.concept("kgv:modality/occurred", "đã diễn ra", "occurred")
    guessed = q.concept("kgv:date-resolution/publication-date", "suy từ ngày đăng", "from the date of publication")
    plan = q.concept("kgv:document-type/ke-hoach", "Kế hoạch", "Plan")

    a = q.article("a1", "Quận Hải Châu phát động hội thi", "2024-03-20", LAUNCH, url="https://example.org/tin/a1.html")
    committee = q.entity(a, "id:organization/quan-uy-hai-chau", "Organization", "Quận ủy Hải Châu", altLabel="Quận ủy")
    council = q.entity(a, "id:organization/ubnd-quan-hai-chau", "Organization", "UBND quận Hải Châu")
    city = q.entity(a, "id:organization/thanh-uy-da-nang", "Organization", "Thành ủy Đà Nẵng")
    district = q.entity(a, "id:unit/quan-hai-chau", "AdministrativeUnit", "Quận Hải Châu", level="kgv:level/district")
    official = q.entity(a, "id:official/do-truong-tho", "Official", "Đỗ Trường Thọ")
    guest = q.entity(a, "id:official/lam-thi-yen", "Official", "Lâm Thị Yến")
    order = q.entity(a, "id:directive/chi-thi-77-ct-tu", "Directive", "Chỉ thị 77-CT/TU", designation="77-CT/TU")
    local = q.entity(
        a,
        "id:directive/ke-hoach-112-kh-qu",
        "Directive",
        "Kế hoạch 112-KH/QU",
        designation="112-KH/QU",
        documentType=plan,
        issuedOn="2024-03-05",
    )
    opening = q.entity(
        a, "id:event/hoi-nghi-trien-khai", "Event", "Hội nghị triển khai Kế hoạch số 112-KH/QU", kind=meeting, dateText="Sáng 19/3",
        dateEdtf="2024-03-19", startDate="2024-03-19", endDate="2024-03-19", dateResolution=guessed, modality="kgv:modality/occurred",
    )  # fmt: skip
    song = q.entity(a, "id:campaign/song-han", "Campaign", "Sông Hàn trong tim tôi", kind=contest, edition="2")
    lines = LAUNCH.split("\n")
    q.stated(a, committee, "kg:organizes", opening, lines[0])
    q.stated(a, opening, "kg:heldAt", district, lines[0])
    q.stated(a, opening, "kg:implements", local, "Hội nghị triển khai Kế hoạch số 112-KH/QU")
    q.evidence(a, opening, "kg:dateEdtf", literal("2024-03-19"), "Sáng 19/3")
    q.stated(a, official, "kg:attended", opening, f"tại quận Hải Châu.\n{lines[1]}")
    for relation in ("attended", "chaired", "spokeAt"):
        q.stated(a, official, f"kg:{relation}", opening, lines[1])
    q.holding(a, official, secretary, committee, "2024-03-19", "Đỗ Trường Thọ, Bí thư Quận ủy Hải Châu")
    q.stated(a, guest, "kg:attended", opening, lines[2])
    q.holding(a, guest, deputy, council, "2024-03-19", "Lâm Thị Yến, Phó Chủ tịch UBND quận")
    q.stated(a, opening, "kg:launchesCampaign", song, lines[3])
    launched = q.stated(a, committee, "kg:launched", song, lines[3])
    q.add(a, committee, "kg:conducts", iri(song))
    q.stated(a, local, "kg:implements", order, lines[4])
    q.stated(a, local, "kg:issuedBy", committee, lines[4])
    q.stated(a, order, "kg:issuedBy", city, "Chỉ thị số 77-CT/TU của Thành ủy Đà Nẵng")
    q.evidence(a, local, "kg:issuedOn", literal("2024-03-05", "xsd:date"), "ngày 05/3/2024")
    q.derived(district, "kg:runsCampaign", song, "runs-by-jurisdiction", launched)

    b = q.article("b2", "Sơ kết Chỉ thị 77", "2024-10-02", REVIEW)
    for name, class_name, label in ((official, "Official", "Đỗ Trường Thọ"), (city, "Organization", "Thành ủy Đà Nẵng")):
        q.entity(b, name, class_name, label)
    q.entity(b, opening, "Event", "Hội nghị triển khai Kế hoạch số 112-KH/QU")
    review = q.entity(b, "id:event/hoi-nghi-so-ket", "Event", "Hội nghị sơ kết Chỉ thị số 77-CT/TU", kind=meeting, dateEdtf="2024-10-01")
    q.stated(b, city, "kg:organizes", review, "Thành ủy Đà Nẵng tổ chức Hội nghị sơ kết Chỉ thị số 77-CT/TU")
    q.stated(b, review, "kg:implements", order, "Hội nghị sơ kết Chỉ thị số 77-CT/TU")
    q.stated(b, official, "kg:attended", review, "")
    q.stated(b, official, "kg:attended", opening, "ông Đỗ Trường Thọ có mặt tại Hội nghị triển khai Kế hoạch số 112-KH/QU")
    q.holding(b, official, secretary, committee, "2024-10-01", "nguyên Bí thư Quận ủy Hải Châu", status="former")

    c = q.article("c3", "", "", ISLAND)
    island = q.entity(c, "id:organization/huyen-uy-van-son", "Organization", "Huyện ủy Vân Sơn")
    teacher = q.entity(c, "id:official/hoang-mai-ngan", "Official", "Hoàng Mai Ngân")
    q.entity(c, "id:directive/nghi-quyet-15", "Directive", "Nghị quyết 15", designation="15")
    q.holding(c, teacher, secretary, island, "", "Hoàng Mai Ngân, Bí thư Huyện ủy Vân Sơn")

    danang = q.entity(AUTHORITY, "id:unit/thanh-pho-da-nang", "AdministrativeUnit", "Thành phố Đà Nẵng", level="kgv:level/province")
    q.entity(AUTHORITY, "id:unit/quan-thanh-khe", "AdministrativeUnit", "Quận Thanh Khê", level="kgv:level/district")
    q.add(AUTHORITY, "id:unit/quan-thanh-khe", "kg:within", iri(danang))
    q.add(AUTHORITY, district, "kg:within", iri(danang))
    q.add(AUTHORITY, committee, "kg:hasJurisdictionOver", iri(district))
    q.add(AUTHORITY, "id:official/tho-do", "rdf:type", iri("kg:Official"))
    q.add(AUTHORITY, "id:official/tho-do", "dcterms:isReplacedBy", iri(official))
    return str(q)


HOSTILE = (
    "<script>alarm('script')</script>",
    "</script><script>alarm('end')</script>",
    "<img src=x onerror=alarm('img')>",
    "<!--<script>",
    "href",
    '<a href="javascript:alarm(1)">href</a>',
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "\"'`${alarm('quote')}\\",
    "{0} {1} $title {{x}}",
    "line\u2028para\u2029end",
    "nul\u0000bell\u0007\u001b[31m",
    "\u202ertl \u0627\u0644\u0639 \U0001f600 a\u0301",
    "]]>&lt;script&gt;&amp;",
    "x" * 20_000,
)


def hostile() -> str:
    """Every field of text holds something that must not run: labels, titles, roles, quotes, rules, addresses, identifiers."""
    q = Quads()
    for i, text in enumerate(HOSTILE):
        slug = text if text.isidentifier() and len(text) < 99 else f"h{i}"
        url = "javascript:alarm('url')" if i % 2 else f'https://example.org/"onclick="alarm({i})'.replace('"', "%22")
        a = q.article(slug, text, "2024-01-02", f"{text} và {text}", url=url, identifier=text)
        kind = q.concept(f"kgv:event-kind/{slug}", text, text)
        person = q.entity(a, f"id:official/{slug}", "Official", text, altLabel=f"{text} khác", asciiLabel=text)
        body = q.entity(a, f"id:organization/{slug}", "Organization", text, kind=kind)
        event = q.entity(a, f"id:event/{slug}", "Event", text, kind=kind, dateText=text, dateEdtf=text, title=text, modality=text)
        paper = q.entity(
            a, f"id:directive/{slug}", "Directive", text, designation=text, title=text, documentType=kind, issuedOn="2024-01-01"
        )
        ground = q.stated(a, person, "kg:attended", event, text, rule=text)
        q.stated(a, body, "kg:organizes", event, f"{text} và {text}", rule=text)
        q.holding(a, person, kind, body, "2024-01-02", text)
        q.stated(a, event, "kg:implements", paper, text)
        q.derived(body, "kg:conducts", paper, text, ground)
        q.evidence(a, event, "kg:dateEdtf", literal(text), text)
        q.stated(a, paper, "kg:issuedBy", "id:organization/h0", text)
    return str(q)
