"""The server at work: one process for HTTP, ended by SIGINT or SIGTERM within seconds."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from kgraph.errors import KgraphError
from kgraph.server.app import make_app
from kgraph.server.options import Options
from kgraph.server.patience import PatientProtocol
from kgraph.server.source import Source

_GRACE = 2
_log = logging.getLogger(__name__)
_CONNECTIONS = 200


def run(options: Options, *, started: Callable[[str], None]) -> None:
    """Serves until a signal comes; `started` is told the address once the graph is loaded and the port is open. SIGHUP loads it anew.

    Raises KgraphError where the graph cannot be read or the port is taken.
    """
    listening = _listen(options)
    source = Source(options)
    try:
        source.open()
        signal.signal(signal.SIGHUP, lambda *_: threading.Thread(target=_reload, args=(source,), daemon=True).start())
        started(_address(listening, options))
        _server(options, source).run(sockets=[listening])
    finally:
        source.close()
        listening.close()


def _reload(source: Source) -> None:
    """Serves the graph that lies there now; the one from before where that cannot be read."""
    try:
        source.open()
        _log.info("the graph was loaded anew: %s quads", f"{source.about['quads']:,}")
    except KgraphError as fault:
        _log.warning("the graph from before is served on: %s", fault)


def _server(options: Options, source: Source) -> uvicorn.Server:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    return _Server(
        uvicorn.Config(
            make_app(options, source),
            http=PatientProtocol,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=_GRACE,
            limit_concurrency=_CONNECTIONS,
        )
    )


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A signal ends the server well, so that it is not sent to the process once more afterwards."""
        before = {name: signal.signal(name, self.handle_exit) for name in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for name, handler in before.items():
                signal.signal(name, handler)


def _listen(options: Options) -> socket.socket:
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    # With the protocol named, asyncio sends small answers at once (TCP_NODELAY) instead of 40 ms later.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((options.host, options.port))
        listening.listen(128)
        return listening
    except OSError as error:
        listening.close()
        where = f"{options.host}:{options.port}"
        raise KgraphError(f"cannot listen: {error.strerror or error}", where=where, mend="choose another --port or --host") from error


def _address(listening: socket.socket, options: Options) -> str:
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"http://{host}:{listening.getsockname()[1]}/"
