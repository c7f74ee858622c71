"""What is said about many times of the same step."""

import math
from collections.abc import Sequence


def summary(times: Sequence[float]) -> dict[str, float]:
    """Return the median, the 95th percentile (the value that 95 of 100 do not exceed) and the slowest."""
    some = sorted(times)
    return {"p50": some[len(some) // 2], "p95": some[math.ceil(len(some) * 0.95) - 1], "max": some[-1]}
