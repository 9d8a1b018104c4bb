"""Who may come, how large and how long, and what a browser is told to keep from doing."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

PAGES = ("/", "/query", "/search?q=ha+noi", "/id/unit/ha-noi", "/sparql?query=ASK%7B%7D", "/graph.html", "/ns", "/id/none", "/none")
POST = {"Content-Type": "application/sparql-query"}


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_headers(served: Any, path: str) -> None:
    headers = served.client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy and "http" not in policy
    script = policy.partition("script-src")[2].partition(";")[0]
    assert "unsafe-inline" not in script
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers and "server" not in headers


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("127.0.0.1:80", 200), ("[::1]:7878", 200), ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("", 421)],
)
def test_the_server_answers_under_its_own_names_only(served: Any, host: str, status: int) -> None:
    """A name that is made to lead here would let another site read everything (DNS rebinding)."""
    assert served.client.get("/api/health", headers={"Host": host}).status_code == status


def test_a_name_that_was_allowed(serve: Callable[..., Any]) -> None:
    with serve(allowed_hosts=["kgraph.example"]) as served:
        assert served.client.get("/api/health", headers={"Host": "kgraph.example"}).status_code == 200
        assert served.client.get("/api/health", headers={"Host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
    ],
)
def test_another_site_sends_nothing(served: Any, headers: dict[str, str], status: int) -> None:
    assert served.client.post("/sparql", content="ASK {}", headers=POST | headers).status_code == status


def test_our_own_page_may_send(served: Any) -> None:
    origin = served.address.rstrip("/")
    assert served.client.post("/sparql", content="ASK {}", headers=POST | {"Origin": origin}).status_code == 200


def test_another_site_may_link_here_and_not_ask_here(served: Any) -> None:
    ask = {"Sec-Fetch-Site": "cross-site"}
    assert served.client.get("/", headers=ask | {"Sec-Fetch-Mode": "navigate"}).status_code == 200
    assert served.client.get("/sparql?query=ASK%7B%7D", headers=ask | {"Sec-Fetch-Mode": "no-cors"}).status_code == 403


def test_a_site_that_was_named_may_read(serve: Callable[..., Any]) -> None:
    good, bad = {"Origin": "https://good.example"}, {"Origin": "https://bad.example"}
    with serve(cors=["https://good.example"]) as served:
        answer = served.client.post("/sparql", content="ASK {}", headers=POST | good)
        assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "https://good.example"
        before = served.client.options("/sparql", headers=good | {"Access-Control-Request-Method": "POST"})
        assert before.status_code == 204 and before.headers["access-control-allow-origin"] == "https://good.example"
        assert "access-control-allow-origin" not in served.client.get("/", headers=bad).headers
        assert served.client.post("/sparql", content="ASK {}", headers=POST | bad).status_code == 403


def test_a_body_that_is_too_large_is_not_read(served: Any) -> None:
    assert served.client.post("/sparql", content=b"x" * 1_100_000, headers=POST).status_code == 413
    pieces = (b"x" * 100_000 for _ in range(20))
    assert served.client.post("/sparql", content=pieces, headers=POST).status_code == 413
    with socket.create_connection(("127.0.0.1", served.client.base_url.port), timeout=5) as client:
        client.sendall(b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 413")


def test_who_sends_no_whole_request_is_left(served: Any) -> None:
    with socket.create_connection(("127.0.0.1", served.client.base_url.port), timeout=15) as client:
        client.sendall(b"GET / HT")
        assert client.recv(100) == b""


def test_the_log_does_not_hold_what_was_asked(served: Any, serve: Callable[..., Any]) -> None:
    served.client.get("/search?q=secret-name")
    assert "secret-name" not in logged(served, "GET /search 200")
    with serve(log_queries=True) as other:
        other.client.get("/search?q=secret-name")
        assert "q=secret-name" in logged(other, "q=")


def logged(served: Any, words: str) -> str:
    """The log once it has the words: a line is written when its answer is on its way."""
    until = time.monotonic() + 10
    while words not in (log := served.log.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    return str(log)


def test_nothing_asked_writes_a_line_of_its_own_into_the_log(served: Any) -> None:
    served.client.get("/id/a%0A2026-01-01 GET /forged 200%1b[31m")
    log = logged(served, "forged")
    [line] = [line for line in log.splitlines() if "forged" in line]
    assert " GET /id/a" in line and not line.startswith("2026-01-01") and "\x1b" not in log


def test_no_path_leads_out_of_the_folder(served: Any) -> None:
    for path in (
        "/static/../keeper.py",
        "/static/..%2fkeeper.py",
        "/files/..%2f..%2fREADME.md",
        "/files/README.md",
        "/static/%2e%2e/keeper.py",
    ):
        with socket.create_connection(("127.0.0.1", served.client.base_url.port), timeout=5) as client:
            client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            assert client.recv(100).startswith(b"HTTP/1.1 404"), path
