"""What a server holds already, by its graphs and their hashes: one line after each graph, so that a run that was killed goes on there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.outputs import replace_whole


class Memory:
    """A file of lines `{"graph": IRI, "sha256": hash or null}`, of several for one graph the last; a last line cut short does not count."""

    def __init__(self, path: Path, address: str) -> None:
        self._path, self._address = path, address
        self._held = self._read()

    @property
    def held(self) -> Mapping[str, str]:
        """Graph → hash of what was sent."""
        return self._held

    def note(self, graph: str, sha256: str | None) -> None:
        """That the server holds a graph, or none of that name any more."""
        new = not self._path.exists()
        with self._path.open("a", encoding="utf-8") as file:
            file.write((self._line({"to": self._address}) if new else "") + self._line({"graph": graph, "sha256": sha256}))
        self._set(graph, sha256)

    def tidy(self) -> None:
        """Writes the file anew: a line for each graph, sorted."""
        lines = [{"to": self._address}, *({"graph": graph, "sha256": sha256} for graph, sha256 in sorted(self._held.items()))]
        replace_whole(self._path, lambda path: path.write_text("".join(map(self._line, lines)), encoding="utf-8"))

    def _read(self) -> dict[str, str]:
        self._held = {}
        try:
            text = self._path.read_text("utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise KgraphError(f"cannot read what was sent: {error}", where=str(self._path), mend="name another --state") from error
        *lines, _ = text.split("\n")
        try:
            first, *rest = (json.loads(line) for line in lines)
            if first["to"] != self._address:
                raise KgraphError(f"it tells of another server, {first['to']}", where=str(self._path), mend="name another --state")
            for entry in rest:
                self._set(entry["graph"], entry["sha256"])
        except (ValueError, KeyError, TypeError) as error:
            raise KgraphError("not a list of what was sent", where=str(self._path), mend="delete it to send all again") from error
        if not text.endswith("\n"):
            self._path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return self._held

    def _set(self, graph: str, sha256: str | None) -> None:
        if sha256 is None:
            self._held.pop(graph, None)
        else:
            self._held[graph] = sha256

    @staticmethod
    def _line(entry: Mapping[str, str | None]) -> str:
        return json.dumps(entry, ensure_ascii=False) + "\n"
