"""Time and memory of one run of a program, and how time grows with size."""

from __future__ import annotations

import math
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds by the clock and of processor time, and the largest resident memory of the process in MB."""

    seconds: float
    cpu_seconds: float
    megabytes: float


def cost(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """The cost of a command that must end well; CalledProcessError where it does not."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power of size with which a cost grows: slope of the line through the logarithms; 1 is proportional, 2 quadratic.

    >>> round(exponent([(1, 3), (2, 6), (4, 12)]), 3), round(exponent([(1, 1), (2, 4), (4, 16)]), 3)
    (1.0, 2.0)
    """
    xs, ys = ([math.log(value) for value in column] for column in zip(*points, strict=True))
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    rises = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return rises / sum((x - middle_x) ** 2 for x in xs)
