"""`python -m benchmarks.networks`: what measuring a network costs, and whether a faster library would give the same figures.

The networks are made: people who meet at events of two to eight, some of them at very many, as co-attendance has it; the same seed makes
the same network. Prints Markdown for docs/performance.md and keeps the figures as JSON. networkit and rustworkx are measured where they
are installed; nothing of kgraph needs them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx as nx

from kgraph.analysis.measures import SEED, measure, simple

EXACT_UP_TO = 10_000
"""Nodes up to which exact betweenness and Louvain are compared; beyond, networkx takes minutes."""


def main() -> None:
    """Prints the tables and keeps the figures."""
    options = _options()
    rows, compared = [], []
    for size in options.sizes:
        network = made_network(size)
        rows.append(_own(network, size))
        compared += _others(simple(network), size)
        print(f"{size} nodes measured", flush=True)
    results = {
        "date": options.date,
        "machine": {"system": f"{platform.system()} {platform.machine()}", "cores": os.cpu_count(), "python": platform.python_version()},
        "own": rows,
        "others": compared,
    }
    options.results.mkdir(parents=True, exist_ok=True)
    path = options.results / f"{options.date}-networks.json"
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(markdown(results))


def made_network(size: int) -> nx.Graph[str]:
    """A network of so many people tied by the events that they attended together, with the number of these as weight.

    >>> made_network(50).number_of_edges() == made_network(50).number_of_edges() > 50
    True
    """
    chance = random.Random(SEED)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from((f"p{n:07}", {"class": "Official", "label": f"p{n:07}"}) for n in range(size))
    # Most meet in their own district of about fifty; one event in ten draws from everywhere, and the first of each fifty come more often.
    for _ in range(int(size * 0.6)):
        home = chance.randrange(size) // 50 * 50
        guests = {home + int(50 * chance.random() ** 2) for _ in range(chance.randint(2, 8))}
        if chance.random() < 0.1:
            guests.add(chance.randrange(size))
        names = sorted(f"p{guest:07}" for guest in guests if guest < size)
        for place, one in enumerate(names):
            for other in names[place + 1 :]:
                weight = network.edges[one, other]["weight"] + 1 if network.has_edge(one, other) else 1
                network.add_edge(one, other, weight=weight)
    return network


def _own(network: nx.Graph[str], size: int) -> dict[str, Any]:
    seconds, measures = timed(lambda: measure(network))
    return {
        "nodes": size,
        "edges": measures.edges,
        "seconds": round(seconds, 3),
        "sources": measures.sources,
        "communities": len(measures.communities),
    }


def _others(plain: nx.Graph[int], size: int) -> list[dict[str, Any]]:
    rows = []
    if size <= EXACT_UP_TO:
        seconds, groups = timed(lambda: nx.community.louvain_communities(plain, seed=SEED))
        rows.append(_row(size, "communities", "networkx Louvain", seconds, ""))
        reference: set[frozenset[int]] | None = {frozenset(group) for group in groups}
    else:
        seconds, _ = timed(lambda: list(nx.community.fast_label_propagation_communities(plain, seed=SEED)))
        rows.append(_row(size, "communities", "networkx label propagation", seconds, ""))
        reference = None
    rows += _networkit(plain, size, reference)
    if size <= 1000:
        rows += _rustworkx(plain, size)
    return rows


def _networkit(plain: nx.Graph[int], size: int, reference: set[frozenset[int]] | None) -> list[dict[str, Any]]:
    if find_spec("networkit") is None:
        return []
    networkit = import_module("networkit")

    def communities(threads: int) -> set[frozenset[int]]:
        networkit.setNumberOfThreads(threads)
        networkit.setSeed(SEED, False)
        graph = networkit.nxadapter.nx2nk(plain, weightAttr="weight")
        found = networkit.community.PLM(graph, refine=False).run().getPartition()
        return {frozenset(found.getMembers(number)) for number in found.getSubsetIds()}

    seconds, one = timed(lambda: communities(1))
    several = [communities(2) for _ in range(3)]
    same = f"same groups as networkx: {_yes(one == reference)}" if reference is not None else ""
    again = f"same with one thread and two: {_yes(all(found == one for found in several))}"
    return [_row(size, "communities", "networkit PLM, one thread", seconds, "; ".join(filter(None, (same, again))))]


def _rustworkx(plain: nx.Graph[int], size: int) -> list[dict[str, Any]]:
    """Exact betweenness, which networkx and rustworkx add up in different orders."""
    if find_spec("rustworkx") is None:
        return []
    rustworkx = import_module("rustworkx")
    seconds, exact = timed(lambda: nx.betweenness_centrality(plain))
    graph = rustworkx.PyGraph()
    graph.add_nodes_from(list(plain))
    graph.add_edges_from([(a, b, None) for a, b in plain.edges()])
    fast, found = timed(lambda: rustworkx.betweenness_centrality(graph))
    bits = sum(exact[node] != found[node] for node in plain)
    digits = sum(round(exact[node], 4) != round(found[node], 4) for node in plain)
    said = f"differs in the last bits at {bits} nodes, in four digits at {digits}"
    return [_row(size, "betweenness", "networkx, exact", seconds, ""), _row(size, "betweenness", "rustworkx, exact", fast, said)]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds by the clock, and what came of it."""
    begin = time.perf_counter()
    made = work()
    return time.perf_counter() - begin, made


def markdown(results: dict[str, Any]) -> str:
    """The tables for docs/performance.md."""
    machine = results["machine"]
    lines = [f"{results['date']}: {machine['system']}, {machine['cores']} cores, Python {machine['python']}; one run each.", ""]
    lines += ["| nodes | ties | all measures, seconds | sources of betweenness | communities |", "|---:|---:|---:|---:|---:|"]
    lines += [f"| {r['nodes']:,} | {r['edges']:,} | {r['seconds']:.1f} | {r['sources']:,} | {r['communities']:,} |" for r in results["own"]]
    lines += ["", "| nodes | measure | by | seconds | |", "|---:|---|---|---:|---|"]
    lines += [f"| {r['nodes']:,} | {r['measure']} | {r['by']} | {r['seconds']:.2f} | {r['said']} |" for r in results["others"]]
    return "\n".join(lines) + "\n"


def _row(size: int, what: str, by: str, seconds: float, said: str) -> dict[str, Any]:
    return {"nodes": size, "measure": what, "by": by, "seconds": round(seconds, 3), "said": said}


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.networks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="numbers of nodes")
    parser.add_argument("--date", default=date.today().isoformat(), help="day of the measurement")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results", help="folder of the kept figures")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
