"""A connection that sends no whole request in time is closed: whoever dribbles bytes must not hold a place for ever."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS = 10.0


class PatientProtocol(H11Protocol):
    """The protocol of uvicorn, which waits for the head of the first request no longer than SECONDS."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait."""
        super().connection_made(transport)
        self.loop.call_later(SECONDS, self._lose_patience)

    def _lose_patience(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()
