"""What a user's query may hold, decided on its words before the engine sees it.

The engine has no limit of its own: 6 kB of nested brackets end the process, 400 triple patterns never end, SERVICE opens a socket.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kgraph.errors import LimitReached, Refused
from kgraph.store.tokens import Token, place, tokens

MAX_BYTES = 16_384
MAX_DEPTH = 64
MAX_PATTERNS = 100
MAX_TIMES = (
    dict.fromkeys(("!", "^", "|", "/", "UNION", "OPTIONAL", "MINUS", "BIND", "GRAPH"), 64)
    | dict.fromkeys(("SELECT", "VALUES", "EXISTS"), 32)
    | dict.fromkeys(("||", "&&", "+", "-", "*", "FILTER"), 256)
)
REFUSED = {
    "SERVICE": "this graph is asked alone, no other endpoint; leave SERVICE out",
    "LOAD": "a query loads nothing; add sources with `kgraph build`",
    "FROM": "all graphs of the build are asked at once; choose one with GRAPH",
} | dict.fromkeys(
    ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH", "USING"),
    "a query changes nothing; ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
)
_LANGUAGE = """
    SELECT ASK CONSTRUCT DESCRIBE BASE PREFIX WHERE DISTINCT REDUCED AS GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF
    OPTIONAL GRAPH UNION MINUS FILTER BIND EXISTS NOT IN A TRUE FALSE SEPARATOR
    STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS
    STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384
    SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE COUNT SUM MIN MAX AVG
    SAMPLE GROUP_CONCAT
"""
KNOWN = frozenset(_LANGUAGE.split())
_OPEN, _CLOSE = ("{", "(", "[", "<<"), ("}", ")", "]", ">>")


def checked(query: str, *, prefixes: Iterable[str] = (), also: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of a query that may be run; `prefixes` are the names known without declaring, `also` more words that are allowed.

    Raises Refused for SERVICE, LOAD, FROM, updates and what is not SPARQL; LimitReached for a query too long or too deep.

    >>> checked("SELECT * { SERVICE ?x { ?s ?p ?o } }")
    Traceback (most recent call last):
    kgraph.errors.Refused: SERVICE is not allowed (line 1, column 12): this graph is asked alone, no other endpoint; leave SERVICE out
    """
    _check_size(query)
    words = tuple(tokens(query))
    _check_words(query, words, also)
    _check_prefixes(query, words, prefixes)
    _check_depth(words)
    _check_patterns(words)
    _check_times(words)
    return words


def _check_size(query: str) -> None:
    try:
        size = len(query.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise Refused("the query is not Unicode text", where=place(query, error.start), mend="save it as UTF-8") from error
    if size > MAX_BYTES:
        raise LimitReached(f"the query has {size:,} bytes, at most {MAX_BYTES:,} are allowed", mend="ask for less at once")
    if not query.strip():
        raise Refused("the query is empty", mend="write SELECT, ASK, CONSTRUCT or DESCRIBE")


def _check_words(query: str, words: Iterable[Token], also: frozenset[str]) -> None:
    """A bare word is a keyword or a function. Glued ones (`trueSERVICE`) are words to the engine, so no unknown word passes."""
    for word in words:
        name = word.text.upper()
        if word.kind == "word" and name not in KNOWN and name not in also:
            if name in REFUSED:
                raise Refused(f"{name} is not allowed", where=place(query, word.at), mend=REFUSED[name])
            near = difflib.get_close_matches(name, sorted(KNOWN), n=1)
            mend = f"did you mean {near[0]}?" if near else "names need a prefix, strings need quotes"
            raise Refused(f"{word.text} is no word of SPARQL", where=place(query, word.at), mend=mend)


def _check_prefixes(query: str, words: tuple[Token, ...], known: Iterable[str]) -> None:
    """Every prefix is known or declared, and none holds SERVICE: to the engine `SERVICEkg:x` is a keyword and a name."""
    declared = {_prefix(after) for word, after in pairwise(words) if word.text.upper() == "PREFIX"}
    for word in words:
        if word.kind != "name":
            continue
        prefix = _prefix(word)
        if "SERVICE" in prefix.upper():
            raise Refused("SERVICE is not allowed in a prefix", where=place(query, word.at), mend="choose another prefix")
        if prefix not in declared and prefix not in known:
            raise Refused(f"unknown prefix {prefix}:", where=place(query, word.at), mend=f"declare it, or use one of {', '.join(known)}")


def _prefix(name: Token) -> str:
    return name.text.partition(":")[0]


def depth(words: Iterable[Token]) -> int:
    """How deep the brackets of a query are nested."""
    return max((len(inside) for _, inside in _nested(words)), default=0)


def patterns(words: Iterable[Token]) -> int:
    """Triple patterns, counted by what opens or separates them outside parentheses: an upper bound that needs no grammar."""
    return sum(1 for word, inside in _nested(words) if word.text in ("{", "[", ".", ";", ",") and inside and inside[-1] in ("{", "["))


def _check_depth(words: Iterable[Token]) -> None:
    deepest = depth(words)
    if deepest > MAX_DEPTH:
        raise LimitReached(f"brackets {deepest:,} deep, at most {MAX_DEPTH} are allowed", mend="write the query flatter")


def _check_patterns(words: Iterable[Token]) -> None:
    found = patterns(words)
    if found > MAX_PATTERNS:
        raise LimitReached(f"about {found:,} triple patterns, at most {MAX_PATTERNS} are allowed", mend="ask in smaller parts")


def _check_times(words: Iterable[Token]) -> None:
    times = Counter(word.text.upper() for word in words if word.kind in ("word", "sign"))
    for name, most in MAX_TIMES.items():
        if times[name] > most:
            raise LimitReached(f"{name} stands {times[name]:,} times, at most {most} are allowed", mend="ask in smaller parts")


def _nested(words: Iterable[Token]) -> Iterator[tuple[Token, list[str]]]:
    """Each sign with the brackets open around it, its own included."""
    inside: list[str] = []
    for word in words:
        if word.kind != "sign":
            continue
        if word.text in _OPEN:
            inside.append(word.text)
        yield word, inside
        if word.text in _CLOSE and inside:
            inside.pop()
