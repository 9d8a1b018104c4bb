"""Requests to a server that may be slow, busy or gone for a while; it is spoken to by the standard library alone."""

from __future__ import annotations

import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from kgraph.errors import KgraphError, Refused
from kgraph.settings import VERSION

AUTHORIZATION, USER, PASSWORD = "KGRAPH_PUBLISH_AUTHORIZATION", "KGRAPH_PUBLISH_USER", "KGRAPH_PUBLISH_PASSWORD"
"""Environment variables: a whole Authorization header, or a name and a password for a server that asks for them (Basic or Digest)."""

TRIES = 6
_SECONDS = 120
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class _Straight(urllib.request.HTTPRedirectHandler):
    """What is sent, and by whom, goes to the address that was given and to no other."""

    def redirect_request(self, *_: object) -> None:
        """No request."""


class Sender:
    """Sends requests to one server, with what it needs to let us in."""

    def __init__(self, address: str, *, environment: Mapping[str, str] = os.environ, pause: Callable[[float], None] = time.sleep) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Refused("not an address of a server", where=address, mend="it begins with http:// or https://")
        if parts.username or parts.password:
            raise Refused("a password does not belong into an address", mend=f"set {USER} and {PASSWORD}")
        self.address, self._pause = address, pause
        self._header = environment.get(AUTHORIZATION, "")
        known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, address, environment.get(USER, ""), environment.get(PASSWORD, ""))
        doors = [urllib.request.HTTPBasicAuthHandler(known), urllib.request.HTTPDigestAuthHandler(known)] if environment.get(USER) else []
        self._opener = urllib.request.build_opener(_Straight, *doors)

    def send(self, method: str, address: str, body: bytes | None = None, *, media: str = "", missing: bool = False) -> None:
        """Sends one request, and again after 1, 2, 4 ... seconds while the server is busy or not there.

        Raises KgraphError with what the server said; with `missing` it may say that there is no such thing.
        """
        fault: KgraphError | None = None
        for turn in range(TRIES):
            if turn:
                self._pause(float(2 ** (turn - 1)))
            request = urllib.request.Request(address, body, {"User-Agent": f"kgraph/{VERSION}"}, method=method)
            if media:
                request.add_header("Content-Type", media)
            if self._header:
                request.add_header("Authorization", self._header)
            try:
                with self._opener.open(request, timeout=_SECONDS) as response:
                    response.read()
                return
            except urllib.error.HTTPError as error:
                with error:
                    if missing and error.code == 404:
                        return
                    fault = _said(address, error)
                    if error.code not in _LATER:
                        raise fault from error
            except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
                fault = KgraphError(
                    f"the server does not answer: {getattr(error, 'reason', error)}", where=self.address, mend="check the address"
                )
        assert fault
        raise fault


def _said(address: str, error: urllib.error.HTTPError) -> KgraphError:
    text = " ".join(error.read(2_000).decode("utf-8", "replace").split())[:300]
    mend = f"set {USER} and {PASSWORD}, or {AUTHORIZATION}" if error.code in (401, 403) else "run the same command again to go on from here"
    return KgraphError(f"the server said {error.code} {error.reason}: {text}", where=address, mend=mend)
