"""Names made comparable: one spelling, abbreviations written out, likeness as the overlap of words."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kgraph.text import fold

_FORMS = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))
_ABBREVIATIONS: dict[str, str] = _FORMS["abbreviations"]
_SENIORITY: tuple[str, ...] = tuple(_FORMS["seniority"]["words"])


def _pattern(form: str) -> str:
    """A form as a whole word; a space in it may be left out."""
    return r"\b" + r"\s?".join(map(re.escape, form.split())) + (r"\b" if form[-1].isalnum() else "")


_CENTRAL = re.compile("|".join(_pattern(form) for form in _FORMS["central"]["forms"]))
_STOPPED = [(re.compile(_pattern(form)), word) for form, word in _FORMS["stopped"].items()]
_LEVEL = re.compile(rf"^({'|'.join(_FORMS['levels']['words'])})\s+(?=\D)")


def norm(text: str | None) -> str:
    """Lower-case words with single spaces, tone marks in the new place, abbreviations written out, no punctuation but `/`.

    >>> norm("UBND Tp. Hà Nội"), norm("Uỷ ban T.Ư"), norm(None)
    ('ủy ban nhân dân thành phố hà nội', 'ủy ban trung ương', '')
    """
    folded = fold(_CENTRAL.sub(_FORMS["central"]["word"], unicodedata.normalize("NFC", text or "")))
    for pattern, word in _STOPPED:
        folded = pattern.sub(word, folded)
    words = re.sub(r"[^\w\s/]", " ", folded.replace("-", " ")).split()
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


def without_level(text: str) -> str:
    """A unit's name, folded, without its word of level; a number keeps it.

    >>> without_level("Quận Đống Đa"), without_level("Quận 11")
    ('đống đa', 'quận 11')
    """
    return _LEVEL.sub("", norm(text))


def forms_of(value: Any) -> list[Any]:
    """A gold value as the list of its acceptable forms, empty ones left out.

    >>> forms_of("a"), forms_of(["a", ""]), forms_of(None)
    (['a'], ['a'], [])
    """
    return [form for form in (value if isinstance(value, list) else [value]) if form]


def first_form(value: Any) -> Any:
    """The best form of a gold value, an empty string where there is none."""
    return next(iter(forms_of(value)), "")


def overlap(a: str, b: str | None) -> float:
    """Likeness of two names, 0..1: the F1 of their words.

    >>> overlap("Quận ủy Đống Đa", "quận uỷ Lê Chân")
    0.5
    """
    words, rest = norm(a).split(), norm(b).split()
    size, common = len(words) + len(rest), 0
    for word in words:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / size if size else 0.0


def best(forms: Any, value: str, measure: Callable[[str, str], float] = overlap) -> float:
    """The likeness of the form that is most alike, 0 where there is no form."""
    return max((measure(form, value) for form in forms_of(forms)), default=0.0)


def number_key(number: str | None) -> str:
    """A document number without spaces and leading zeros.

    >>> number_key("05-CT/T.Ư"), number_key(" 347 – KH/QU ")
    ('5-CT/TW', '347-KH/QU')
    """
    key = unicodedata.normalize("NFC", number or "").upper().replace("–", "-")
    for form in _FORMS["central"]["forms"]:
        key = key.replace(form.replace(" ", ""), _FORMS["central"]["code"])
    return re.sub(r"^0+(?=\d)", "", re.sub(r"\s+", "", key))


def name_of(item: Any) -> str:
    """What a gold item is called in a list of errors: its name, else its number, else its date."""
    if isinstance(item, str):
        return item
    return str(next((form for key in ("name", "number", "date") for form in forms_of(item.get(key))), ""))


def same_role(forms: Any, role: str) -> bool:
    """Whether a role of the graph is one of the forms, or much like one and of the same seniority.

    >>> same_role("Phó Trưởng ban", "phó trưởng ban"), same_role("Phó Chủ tịch", "Chủ tịch")
    (True, False)
    """
    return any(
        norm(form) == norm(role) or (_seniority(form) == _seniority(role) and overlap(form, role) >= 0.75) for form in forms_of(forms)
    )


def _seniority(role: str) -> tuple[bool, ...]:
    return tuple(word in norm(role) for word in _SENIORITY)
