"""Results as Markdown and as a small picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, HEIGHT, EDGE = 480, 240, 40


def markdown(results: Mapping[str, Any]) -> str:
    """The tables for docs/performance.md."""
    machine = results["machine"]
    lines = [
        f"{results['date']}: {machine['system']}, {machine['cores']} cores, Python {machine['python']}; one process, one run each.",
        "",
        "| articles | MB of text | seconds | CPU seconds | articles per CPU second | MB per CPU second | memory, MB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [_row(row) for row in (*results["growth"], *results["memory"])]
    lines += [
        "",
        f"The start takes {results['start']:.2f} s of CPU; what is left grows with the articles to the power {results['exponent']:.2f}.",
        "",
    ]
    lines += [*_identity(results["identity"]), ""]
    lines += ["| the same texts | articles per CPU second | kgraph takes |", "|---|---:|---:|"]
    own = _pace(results["growth"][-1])
    for name, other in results["yardsticks"].items():
        if other is None:
            lines.append(f"| {name} | not installed | |")
        else:
            pace = _pace(other)
            beside = f"{pace / own:.0f} times as long" if pace > own else f"1/{own / pace:.0f} of the time"
            lines.append(f"| {name} | {pace:,.1f} | {beside} |")
    return "\n".join(lines) + "\n"


def picture(points: Sequence[tuple[float, float]]) -> str:
    """Seconds by number of articles as SVG."""
    most_x, most_y = max(x for x, _ in points), max(y for _, y in points)
    at = [(EDGE + x / most_x * (WIDTH - 2 * EDGE), HEIGHT - EDGE - y / most_y * (HEIGHT - 2 * EDGE)) for x, y in points]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in [(EDGE, HEIGHT - EDGE), *at])
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3"/><text x="{x:.0f}" y="{HEIGHT - EDGE + 16}" text-anchor="middle">{size:.0f}</text>'
        f'<text x="{x - 6:.0f}" y="{y - 6:.0f}" text-anchor="end">{seconds:.1f} s</text>'
        for (x, y), (size, seconds) in zip(at, points, strict=True)
    )
    axes = f'<path d="M{EDGE},{EDGE / 2} V{HEIGHT - EDGE} H{WIDTH - EDGE / 2}" fill="none" stroke="#888"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11">'
        f'<title>CPU seconds by number of articles</title>{axes}<polyline points="{line}" fill="none" stroke="#369"/>{marks}</svg>\n'
    )


def _identity(found: Mapping[str, Any]) -> list[str]:
    merged = ", ".join(f"{names:,} names of {things:,} {kind}s" for kind, (names, things) in found["merged"].items())
    return [
        f"| {found['articles']:,} articles, {found['quads']:,} quads; each step with its start | CPU seconds | memory, MB |",
        "|---|---:|---:|",
        *(f"| {name} | {taken['cpu_seconds']:.1f} | {taken['peak_megabytes']} |" for name, taken in found["steps"].items()),
        "",
        f"Given up for another name: {merged}. Open candidates {found['open']:,}, tenures {found['tenures']:,}, "
        f"statements that rest on others {found['conclusions']:,}.",
    ]


def _row(row: Mapping[str, Any]) -> str:
    cpu = row["cpu_seconds"]
    return (
        f"| {row['articles']:,} | {row['megabytes_of_text']:.1f} | {row['seconds']:.1f} | {cpu:.1f} | {_pace(row):.0f} "
        f"| {row['megabytes_of_text'] / cpu:.2f} | {row['peak_megabytes']:.0f} |"
    )


def _pace(row: Mapping[str, Any]) -> float:
    return float(row["articles"]) / float(row["cpu_seconds"])
