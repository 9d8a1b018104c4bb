"""What the commands that answer questions share: the graph read whole, whom a name means, the sentence under a fact, the silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kgraph.cli.messages import message
from kgraph.cli.records import csv_records, json_text
from kgraph.cli.terminal import tell, write_data
from kgraph.errors import KgraphError, NothingMatched

if TYPE_CHECKING:
    from rich.text import Text

    from kgraph.analysis.entities import Entity, Term
    from kgraph.analysis.evidence import Statement
    from kgraph.analysis.when import When
    from kgraph.analysis.whole import Whole
    from kgraph.cli.description import Words

Format = Literal["table", "json", "csv"]
AnswerFormat = Annotated[Format, typer.Option("--format", "-f")]
_LISTED = 12


def read(graph: Path) -> Whole:
    """The whole of the graph of a build."""
    from kgraph.analysis.whole import read_whole
    from kgraph.store.graph import Graph

    return read_whole(Graph.load(graph))


def words_of(whole: Whole, lang: str) -> Words:
    """The user's language for this graph."""
    from kgraph.cli.description import Words
    from kgraph.store.labels import term_labels

    return Words(lang, term_labels(lang), {iri: entity.label for iri, entity in whole.entities.items()})


def meant(whole: Whole, name: str, classes: Collection[str], lang: str) -> tuple[Entity, ...]:
    """Everything of some classes (of all, where none is given) that a name fits best; an IRI that was replaced names what replaced it.

    NothingMatched where it fits nothing.
    """
    from kgraph.analysis.dossier import standing
    from kgraph.analysis.finding import find

    moved = standing(whole.graph)
    asked = name.strip("<>")
    key = asked if "://" in asked else next((old for old in moved if "/id/" in old and old.rpartition("/id/")[2] == asked), asked)
    among = [entity for entity in whole.entities.values() if not classes or entity.class_name in classes]
    found = find(among, moved.get(key, asked))
    if not found:
        raise NothingMatched(message(lang, "answers.nothing", name=name), mend=message(lang, "answers.mend"))
    return found


def only(whole: Whole, name: str, classes: Collection[str], lang: str) -> Entity:
    """The one thing that a name means: of several, the only one that articles name; KgraphError with the keys where there are several."""
    found = meant(whole, name, classes, lang)
    named = [entity for entity in found if whole.incoming.get(entity.iri, {}).get("mentions")] or list(found)
    if len(named) == 1:
        return named[0]
    keys = "; ".join(f"{entity.label} ({short(entity.iri)})" for entity in named[:_LISTED])
    raise KgraphError(message(lang, "answers.several", name=name, count=len(named), keys=keys), mend=message(lang, "answers.which"))


def short(iri: str) -> str:
    """The key of a thing: what stands after `/id/` in its IRI.

    >>> short("https://w3id.org/kgraph-vn/id/unit/ha-noi"), short("x")
    ('unit/ha-noi', 'x')
    """
    return iri.rpartition("/id/")[2]


def shown_day(when: When, lang: str) -> str:
    """What is known of a day, or that nothing is."""
    return when.shown or when.first or message(lang, "answers.no_day")


def shown_lag(days: int | None, lang: str) -> str:
    """A lag with its sign, empty where there is none."""
    return "" if days is None else message(lang, "answers.lag", days=f"{days:+,}")


def term_word(term: Term, lang: str) -> str:
    """A word of a code list in the user's language, else in Vietnamese, else its name."""
    return (term.en if lang == "en" else "") or term.vi or term.name


def sentences(evidence: Sequence[Statement], words: Words, *, most: int = 1) -> Iterator[Text]:
    """The first sentences under a fact, each with its article; of derived facts those that they rest on; then how many more there are."""
    from kgraph.cli.terminal import text

    said = [spoken for statement in evidence for spoken in spoken_in(statement)]
    for statement in said[:most]:
        quote = words.say("withheld") if statement.withheld else f"“{statement.quote}”"
        yield beside(text(quote, "italic"), cited(statement), "dim")
    if (more := len(said) - most) > 0:
        yield text(message(words.lang, "answers.more_sentences", more=more), "dim")


def beside(line: Text, words: str, style: str) -> Text:
    """The line with more words after it, two columns away; nothing where there are none."""
    from kgraph.cli.terminal import text

    return line.append("  ").append_text(text(words, style)) if words else line


def spoken_in(statement: Statement) -> list[Statement]:
    """The statements with a sentence under a statement: itself, or all that a derived one rests on."""
    if not statement.rests_on:
        return [statement]
    return [spoken for ground in statement.rests_on for spoken in spoken_in(ground)]


def cited(statement: Statement) -> str:
    """The article of a statement and its date."""
    source = statement.source
    return f"[{' '.join(part for part in (source.id, source.published) if part)}]" if source else ""


def first_sentence(evidence: Sequence[Statement]) -> dict[str, object]:
    """The columns of a table of values that show a fact: sentence, article, its date, place in it, address, and the rule."""
    said = [spoken for statement in evidence for spoken in spoken_in(statement)]
    names = ("quote", "article", "published", "begin", "end", "url", "rule")
    if not said:
        return {"statements": 0}
    one, source = said[0], said[0].source
    values: tuple[object, ...] = (
        one.quote,
        source.id if source else "",
        source.published if source else "",
        one.begin,
        one.end,
        source.url if source else "",
    )
    return dict(zip(names, (*values, one.rule), strict=True)) | {"statements": len(said)}


def searched(whole: Whole, lang: str) -> str:
    """How much was searched, in one line."""
    return message(lang, "answers.searched", **asdict(whole.searched))


def tell_searched(whole: Whole, lang: str) -> None:
    """The same on stderr, beside values for machines."""
    tell(searched(whole, lang))


def write_json(value: object) -> None:
    """A value as JSON on stdout."""
    write_data([json_text(plain(value))])


def plain(value: Any) -> Any:
    """A value of ours as what JSON knows: an entity as key, class and label, a statement with its sentence and article."""
    from kgraph.analysis.entities import Entity
    from kgraph.analysis.evidence import Statement
    from kgraph.analysis.when import When

    if isinstance(value, Entity):
        return {"iri": value.iri, "class": value.class_name, "label": value.label}
    if isinstance(value, When):
        return {"first": value.first, "last": value.last, "edtf": value.shown}
    if isinstance(value, Statement):
        return {name: part for name, part in asdict(value).items() if part not in (None, "", (), False)}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return value


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Rows of values as CSV on stdout, CRLF line ends as RFC 4180 says; numbers and words as they are."""
    write_data(csv_records(columns, rows))
