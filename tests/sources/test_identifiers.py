"""Which articles are the same, and what each is called."""

import hashlib
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Article
from kgraph.sources.identifiers import Key, key_of, settle
from kgraph.text import slug


def key(id: str, text: str = "", *, published: str = "") -> Key:
    return Key(id, hashlib.sha256((text or id).encode()).hexdigest(), published, "", "")


def test_key_of_an_article() -> None:
    article = Article(id="a", text="họp", published="2024")
    assert key_of(article) == Key("a", article.sha256, "2024", "", "")


def test_exact_duplicates_keep_the_smallest_identifier() -> None:
    a, b, c = key("a", "họp"), key("b", "họp"), key("c", "họp")
    for order in permutations([a, b, c]):
        names = settle(order)
        assert {k: (n.id, n.also_as) for k, n in names.items()} == {a: ("a", ("b", "c"))}


def test_the_same_article_twice_is_known_under_one_identifier() -> None:
    [name] = settle([key("a", "họp"), key("a", "họp")]).values()
    assert (name.id, name.also_as) == ("a", ())


def test_of_the_same_text_under_one_identifier_the_dated_one_is_kept() -> None:
    dated, undated = key("a", "họp", published="2024"), key("a", "họp")
    assert list(settle([undated, dated])) == list(settle([dated, undated])) == [dated]


@pytest.mark.parametrize("other", ["a", "A", "a-", "á", "(a)"])
def test_two_texts_under_one_name_both_get_eight_digits(other: str) -> None:
    one, two = key("a", "một"), key(other, "hai")
    names = settle([one, two])
    assert names[one].id == f"a-{one.sha256[:8]}"
    assert names[two].id == f"{other}-{two.sha256[:8]}"


def test_an_identifier_without_letters_of_its_own_gets_digits() -> None:
    one = key("“”")
    assert settle([one])[one].id == f"“”-{one.sha256[:8]}"


def test_long_identifiers_that_differ_at_the_end_stay_as_they_are() -> None:
    one, two = (key("https://example.vn/" + "tin-" * 40 + n) for n in "12")
    assert {k: n.id for k, n in settle([one, two]).items()} == {one: one.id, two: two.id}


def test_forged_digits_do_not_merge_two_texts() -> None:
    one, two = Key("a", "00000000" + "1" * 56, "", "", ""), Key("a", "00000000" + "2" * 56, "", "", "")
    forged = key(f"a-{one.sha256[:8]}")
    names = settle([one, two, forged])
    assert len({slug(n.id) for n in names.values()}) == 3


@given(st.lists(st.tuples(st.text(max_size=90), st.sampled_from("mnop")), max_size=12), st.randoms(use_true_random=False))
def test_names_are_distinct_and_do_not_depend_on_the_order(articles: list[tuple[str, str]], shuffle: object) -> None:
    keys = [key(id, text) for id, text in articles]
    names = settle(keys)
    shuffle.shuffle(keys)  # type: ignore[attr-defined]
    assert settle(keys) == names
    slugs = [slug(n.id) for n in names.values()]
    assert all(slugs)
    assert len(set(slugs)) == len(slugs) == len({k.sha256 for k in keys})
