"""The path from an Article to its Findings, on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.gazetteer import Gazetteer, open_gazetteer
from kgraph.lexicon import Entry, Lexicon, load_lexicon
from kgraph.model import Article, Findings
from kgraph.rules.bodies import find_bodies, index_bodies
from kgraph.rules.campaigns import find_campaigns
from kgraph.rules.clues import find_spoken
from kgraph.rules.dates import DateMention, find_dates, find_impossible
from kgraph.rules.directives import find_directives
from kgraph.rules.documents import find_documents
from kgraph.rules.doubts import find_doubts
from kgraph.rules.drives import find_drives
from kgraph.rules.events import Sources, find_events
from kgraph.rules.findings import collect
from kgraph.rules.link_campaigns import link_campaigns
from kgraph.rules.link_documents import doubtful_orders, link_documents
from kgraph.rules.link_doers import link_doers
from kgraph.rules.link_events import link_events
from kgraph.rules.link_participation import link_participation
from kgraph.rules.link_reported import link_reported
from kgraph.rules.link_venues import link_venues
from kgraph.rules.link_versions import link_versions
from kgraph.rules.masthead import Masthead, find_masthead
from kgraph.rules.miscounts import find_miscounts
from kgraph.rules.names import find_names
from kgraph.rules.namesakes import part_namesakes
from kgraph.rules.officials import find_officials
from kgraph.rules.organizations import Naming, find_organizations
from kgraph.rules.persons import identify
from kgraph.rules.places import find_places
from kgraph.rules.privates import Private, find_privates
from kgraph.rules.reading import Reading, unique
from kgraph.rules.references import find_references
from kgraph.rules.scope import find_scope, narrow_places, resolve_places, settle
from kgraph.rules.shortnames import with_short_names
from kgraph.rules.titles import Title, drop_titles, find_titles
from kgraph.rules.years import is_ahead, resolve
from kgraph.scan import Page, Scanner, restrict, scan_text
from kgraph.text import slug


@dataclass(frozen=True)
class Trace:
    """The findings of an article and what they were made from, for whoever looks for what was missed. Offsets are those of `page`.

    `page` is the whole text as it was scanned; `reading.page` is its body, without what stands around the prose: the rest is of the body.
    """

    findings: Findings
    page: Page
    reading: Reading
    titles: tuple[tuple[Title, ...], ...]
    dates: tuple[DateMention, ...]
    privates: tuple[Private, ...]


@dataclass(frozen=True)
class Extractor:
    """Reads articles with one lexicon and one gazetteer; the same article always gives the same findings."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    scanner: Scanner

    def extract(self, article: Article) -> Findings:
        """All that the article says."""
        return self.trace(article).findings

    def trace(self, article: Article) -> Trace:
        """The same with what it was made from."""
        whole = scan_text(article, self.scanner)
        dates = find_dates(whole, self.lexicon)
        masthead = find_masthead(whole, dates, self.lexicon)
        page = restrict(whole, masthead.body)
        return self._read(page, whole, masthead, tuple(d for d in dates if page.holds(d.begin)))

    def _read(self, page: Page, whole: Page, masthead: Masthead, dates: tuple[DateMention, ...]) -> Trace:
        lexicon, gazetteer, mark = self.lexicon, self.gazetteer, slug(page.article.id)
        published = page.article.published or masthead.published
        spoken = find_spoken(page, dates, lexicon, published=published)
        on = published or (str(spoken.year) if spoken.year else None)
        whens = {
            d.begin: resolve(
                d,
                page.text[d.begin : d.end],
                published=published,
                spoken=spoken.year_of(d),
                ahead=not d.year and is_ahead(page, d, lexicon),
            )
            for d in dates
        }

        written = narrow_places(find_places(page, gazetteer, lexicon, on=on, mark=mark), gazetteer, mark=mark)
        scope = find_scope(page, written, gazetteer, lexicon, mark=mark)
        places = resolve_places(written, scope, gazetteer, mark=mark)
        naming = Naming(lexicon, settle(scope, places, mark), mark, places, page.sentences)

        index = index_bodies(page, places, self.lexicon)
        titles = find_titles(page, index, lexicon)
        headed = find_bodies(page, index, lexicon)
        drafts = drop_titles(titles, headed)
        bodies = find_organizations(page, drafts, naming)
        taken = [(x.begin, x.end) for x in drafts] + [(t.begin, t.end) for row in titles for t in row]
        taken += [(p.name_begin, p.end) for p, _ in places]
        names = with_short_names(page, find_names(page, taken, lexicon), taken)
        year = int(on[:4]) if on else None
        appearances = part_namesakes(page, find_officials(page, names, titles, bodies, naming, published=published), lexicon, year=year)

        named = bodies if len(drafts) == len(headed) else find_organizations(page, headed, naming)
        documents = find_directives(page, find_documents(page, dates, named, lexicon), dates, named, naming)
        written_drives = find_drives(page, bodies, lexicon, places)
        movements = find_campaigns(written_drives, naming)
        title_end = masthead.title[1] if masthead.title else 0
        references = find_references(page, appearances, titles, naming)
        spans = tuple((a.begin, a.end) for a in (*appearances, *references))
        occasions = find_events(
            page, Sources(dates, whens, bodies, written_drives, spans, published), lexicon, title_end=title_end, mark=mark
        )

        people = identify(appearances, mark)
        drives = tuple(sorted(((d, m.campaign) for m in movements for d in m.drives), key=lambda row: row[0].begin))
        in_order = tuple(sorted((*appearances, *references), key=lambda a: a.begin))
        reading = Reading(page, lexicon, places, bodies, in_order, people, documents, drives, occasions)
        held = (*link_events(reading), *link_venues(reading))
        attending = tuple(link_doers(reading))
        present = (*link_participation(reading, attending), *attending)
        linked = (
            *held,
            *link_versions(reading),
            *present,
            *link_reported(reading, present),
            *link_documents(reading),
            *link_campaigns(reading, held),
        )
        own = (f for group in (documents, movements, occasions) for item in group for f in item.facts)
        facts = unique((*own, *linked))
        privates = find_privates(page, appearances, occasions, lexicon)
        findings = collect(
            reading,
            masthead,
            facts,
            published=published,
            scope=naming.scope,
            movements=movements,
            privates=privates,
            issues=(*find_doubts(reading, find_impossible(page, lexicon)), *doubtful_orders(reading), *find_miscounts(page, lexicon)),
        )
        return Trace(findings, whole, reading, titles, dates, privates)


def open_extractor(lexicon: Lexicon | None = None, gazetteer: Gazetteer | None = None) -> Extractor:
    """An extractor with the lexicon and gazetteer that are shipped, or with others."""
    lexicon, gazetteer = lexicon or load_lexicon(), gazetteer or open_gazetteer()
    return Extractor(lexicon, gazetteer, Scanner(lexicon, _unit_names(gazetteer)))


def _unit_names(gazetteer: Gazetteer) -> Iterator[tuple[str, Entry]]:
    """Names of provinces and districts, which can stand without a level word."""
    for level in ("province", "district"):
        entry = Entry(f"unit/{level}", "unit", level, level, level, (), {"capital": True}, (), (), "units.sqlite")
        for name in gazetteer.folded_names(level):
            yield name, entry
