"""A small graph on disk, large enough that a careless query never ends."""

from __future__ import annotations

from pathlib import Path

import pytest

KG = "https://w3id.org/kgraph-vn/ns#"


@pytest.fixture(scope="module")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """400 events, each with a label, in 4 named graphs."""
    lines = []
    for number in range(400):
        event, graph = f"<https://e.vn/id/event/{number}>", f"<https://e.vn/id/article/{number % 4}>"
        lines.append(f"{event} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{KG}Event> {graph} .")
        lines.append(f'{event} <http://www.w3.org/2000/01/rdf-schema#label> "Hội nghị {number}"@vi {graph} .')
    path = tmp_path_factory.mktemp("store") / "graph.nq"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
