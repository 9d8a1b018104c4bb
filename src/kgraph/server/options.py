"""What a server is told once, when it starts."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Options(BaseModel):
    """Where the graph is, who may come, and how much one request may take; frozen."""

    model_config = ConfigDict(frozen=True)

    graph: Path
    host: str = "127.0.0.1"
    port: int = Field(default=7878, ge=0, le=65_535)
    allowed_hosts: tuple[str, ...] = ()
    cors: tuple[str, ...] = ()
    seconds: float = Field(default=30.0, gt=0, description="a query may work so long")
    memory: int = Field(default=2_000_000_000, gt=0, description="bytes a query may take beside the graph")
    rows: int = Field(default=10_000, gt=0, description="an answer is cut after so many rows, and says so")
    workers: int = Field(default=2, gt=0, description="queries at work at a time")
    waiting: int = Field(default=16, ge=0, description="queries that may wait for a worker; one more is sent away with 503")
    max_body: int = Field(default=1_000_000, gt=0, description="bytes of a request")
    log_queries: bool = False
    token: str = Field(default="", description="updates are taken from who shows it; none where it is empty", repr=False)

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK

    @property
    def names(self) -> frozenset[str]:
        """Names under which the server lets itself be called, in lower case and without port."""
        own = () if self.host in ("0.0.0.0", "::", "") else (self.host,)
        return frozenset(name.lower() for name in (*LOOPBACK, *own, *self.allowed_hosts))
