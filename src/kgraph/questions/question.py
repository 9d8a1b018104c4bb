"""One question as its file states it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
Variable = Annotated[str, StringConstraints(pattern=r"^[a-z][A-Za-z0-9_]{0,40}$")]

Type = Literal["person", "body", "place", "document", "campaign", "role", "thing", "date", "integer", "decimal"]
NAMED: tuple[Type, ...] = ("person", "body", "place", "document", "campaign", "role", "thing")
"""Types whose values are names of people or things; the others are values of their own."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(_Part):
    """The same in Vietnamese and in English."""

    vi: Words
    en: Words

    def in_language(self, lang: str) -> str:
        """What is said in one of the two languages."""
        return self.en if lang == "en" else self.vi


class Parameter(Said):
    """What a question takes: a name is looked up in the graph, without accents where need be, and stands for all that it fits."""

    type: Type
    default: str | int | float | None = None
    optional: bool = False

    @model_validator(mode="after")
    def _one_of_both(self) -> Parameter:
        if self.optional and self.default is not None:
            raise ValueError("it is optional and has a default: one of both")
        return self


class Column(Said):
    """A column of the answer: a variable of the query, or computed from other columns of the answer.

    `days` = (earlier, later): the days between two dates. `median`: of another column, over rows alike in the columns `by`.
    `rows`: how many rows are alike in the columns `by`.
    """

    days: tuple[Variable, Variable] | None = None
    median: Variable | None = None
    rows: bool = False
    by: tuple[Variable, ...] = ()

    @property
    def computed(self) -> bool:
        """Whether it is no variable of the query."""
        return self.days is not None or self.median is not None or self.rows


class Searched(Said):
    """Which articles speak to the question: a pattern that binds `?article`, and how these articles are called."""

    pattern: Words = "?article a kg:Article"


class Head(_Part):
    """The head of a file.

    `rests_on`: the facts under one row, as patterns over variables of the query. `empty`: why there may be no row, so that nobody takes
    silence for a no. `words`: how values of a column are called, by value or by the last part of an IRI. `unanswerable`: why no graph of
    ours can answer; such a question has no query.
    """

    vi: Words
    en: Words
    empty: Said | None = None
    unanswerable: Said | None = None
    note: Said | None = None
    searched: Searched
    parameters: Mapping[Variable, Parameter] = Field(default_factory=dict)
    columns: Mapping[Variable, Column] = Field(default_factory=dict)
    words: Mapping[Variable, Mapping[str, Said]] = Field(default_factory=dict)
    rests_on: tuple[Words, ...] = ()
    order: tuple[Variable, ...] = ()

    @model_validator(mode="after")
    def _answerable_or_not(self) -> Head:
        if self.unanswerable is None and not (self.columns and self.empty):
            raise ValueError("columns or the reason of an empty answer are missing")
        return self


Pattern = tuple[str, str, str]
"""Subject, predicate, object: IRIs in angle brackets, variables as `?x`."""


class Question(_Part):
    """A question ready to be asked: `number` and `name` are those of its file; `query` has VALUES ?x { UNDEF } for each parameter."""

    number: int
    name: str
    head: Head
    query: str = ""
    grounds: tuple[Pattern, ...] = ()

    def title(self, lang: str) -> str:
        """The question in one of the two languages."""
        return self.head.en if lang == "en" else self.head.vi
