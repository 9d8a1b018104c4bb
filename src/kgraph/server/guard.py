"""What stands before every page: who may come, how large and how long a request may be, and the headers that keep a browser safe."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kgraph.server.options import Options

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_READING = ("GET", "HEAD", "OPTIONS")
_BESIDE = 30.0
"""Seconds a request may take beside the time of its query: to be read, to wait for a worker, to be sent."""

log = logging.getLogger("kgraph.access")


class Guard:
    """Wraps the application: no request reaches it that has no business here, and none stays for ever."""

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self._app, self._options = app, options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        since, told = time.monotonic(), _Told(send, self._headers(Headers(scope=scope)))
        try:
            await self._answer(scope, receive, told)
        finally:
            log.info(_line(scope, told, time.monotonic() - since, queries=self._options.log_queries))

    async def _answer(self, scope: Scope, receive: Receive, told: _Told) -> None:
        headers = Headers(scope=scope)
        if fault := refusal(scope["method"], headers, self._options):
            await fault(scope, receive, told.send)
            return
        try:
            async with asyncio.timeout(self._options.seconds + _BESIDE):
                await self._app(scope, _Limited(receive, self._options.max_body).receive, told.send)
        except TimeoutError:
            await _if_silent(told, PlainTextResponse("the request met its time limit\n", 503), scope, receive)

    def _headers(self, asked: Headers) -> dict[str, str]:
        origin = asked.get("origin", "")
        if origin and origin in self._options.cors:
            return _HEADERS | {"Access-Control-Allow-Origin": origin, "Vary": "Origin", "Access-Control-Expose-Headers": "Kgraph-Truncated"}
        return _HEADERS | {"Cross-Origin-Resource-Policy": "same-origin"}


def refusal(method: str, headers: Headers, options: Options) -> Response | None:
    """Why a request is not let in: a name that is not ours (an attack on names makes a browser believe that it is), another site's
    page at work in the reader's browser, a body that is too large. None where it may come.
    """
    if host_name(headers.get("host", "")) not in options.names:
        return PlainTextResponse("this server is not called so; start it with --allowed-host\n", 421)
    origin = headers.get("origin")
    foreign = origin is not None and origin not in options.cors and origin.partition("://")[2] != headers.get("host")
    if origin in options.cors and method == "OPTIONS":
        allowed = {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Content-Type, Accept, Authorization"}
        return Response(status_code=204, headers=allowed)
    if foreign and method not in _READING:
        return PlainTextResponse("another site may not send this\n", 403)
    site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "navigate")
    if site in ("cross-site", "same-site") and origin not in options.cors and (method not in _READING or mode != "navigate"):
        return PlainTextResponse("another site may not ask this\n", 403)
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > options.max_body:
        return PlainTextResponse(f"at most {options.max_body:,} bytes\n", 413, headers={"Connection": "close"})
    return None


def host_name(host: str) -> str:
    """The name in a Host header, without port, in lower case.

    >>> host_name("LOCALHOST:7878"), host_name("[::1]:7878"), host_name("evil.example")
    ('localhost', '::1', 'evil.example')
    """
    name = host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    return name.lower().removesuffix(".")


class _Limited:
    """Reads a body, and stops where it grows too large."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left = receive, most

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise HTTPException(413, "the body is too large", headers={"Connection": "close"})
        return message


class _Told:
    """Sends a response with the headers of this house, and remembers what was sent."""

    def __init__(self, send: Send, headers: dict[str, str]) -> None:
        self._send, self._headers = send, headers
        self.status, self.size = 0, 0

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            for name, value in self._headers.items():
                if name == "Vary":
                    headers.add_vary_header(value)
                else:
                    headers.setdefault(name, value)
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)


async def _if_silent(told: _Told, response: Response, scope: Scope, receive: Receive) -> None:
    """The response, unless another one has begun, which then is left unfinished."""
    if not told.status:
        await response(scope, receive, told.send)


def _line(scope: Scope, told: _Told, seconds: float, *, queries: bool) -> str:
    """One line for the log: without what was asked, unless queries are to be logged, and without control characters."""
    path = scope.get("raw_path", b"").decode("ascii", "backslashreplace")
    asked = f"?{scope['query_string'].decode('ascii', 'backslashreplace')}" if queries and scope["query_string"] else ""
    return "".join(_plain(f"{scope['method']} {path}{asked} {told.status} {told.size} {seconds * 1000:.0f}ms"))


def _plain(text: str) -> Iterable[str]:
    return (c if c.isprintable() else "?" for c in text)
