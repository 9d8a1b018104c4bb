"""What all pages have: head, search, ways to the other pages, rights."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse

from kgraph.server.language import Words, preferred
from kgraph.server.markup import Content, Html, element, joined

_WAYS = (("/query", "query"), ("/graph.html", "picture"), ("/ns", "vocabulary"), ("/openapi.json", "interface"))


def words_of(request: Request) -> Words:
    """The words in the language of whoever asks."""
    return Words(preferred(request.query_params.get("lang"), request.headers.get("accept-language", "")))


def page(request: Request, words: Words, title: str, *content: Content, status: int = 200, head: Content = None) -> HTMLResponse:
    """A whole page."""
    text = joined(
        (
            Html("<!DOCTYPE html>\n"),
            element(
                "html",
                element(
                    "head",
                    element("meta", charset="utf-8"),
                    element("meta", name="viewport", content="width=device-width, initial-scale=1"),
                    element("title", title),
                    element("link", rel="stylesheet", href="/static/page.css"),
                    element("link", rel="icon", href="data:,"),
                    head,
                ),
                element(
                    "body",
                    element("a", words.say("skip"), href="#content", class_="skip"),
                    element("header", _ways(words), search_form(words, request.query_params.get("q", ""))),
                    element("main", *content, id="content", tabindex="-1"),
                    element("footer", element("p", words.say("rights")), _switch(request, words)),
                ),
                lang=words.lang,
            ),
            "\n",
        )
    )
    return HTMLResponse(text, status, headers={"Vary": "Accept, Accept-Language"})


def search_form(words: Words, text: str) -> Html:
    """The field for a name."""
    return element(
        "form",
        element("input", type="search", name="q", value=text, aria_label=words.say("search_hint"), placeholder=words.say("search_hint")),
        element("input", type="hidden", name="lang", value=words.lang),
        element("button", words.say("search")),
        action="/search",
        role="search",
    )


def _ways(words: Words) -> Html:
    links = [element("a", words.say("home"), href=f"/?lang={words.lang}")]
    links += [element("a", words.say(key), href=f"{path}?lang={words.lang}" if path == "/query" else path) for path, key in _WAYS]
    return element("nav", links)


def _switch(request: Request, words: Words) -> Html:
    """The way to the same page in the other language."""
    other = "en" if words.lang == "vi" else "vi"
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return element(
        "p", element("a", words.say("other_language"), href=f"?{urlencode([*kept, ('lang', other)])}", lang=other, hreflang=other)
    )
