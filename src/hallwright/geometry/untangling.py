"""Outlines that cross themselves, put in order."""

import math

from hallwright.geometry.outline import Outline, fault, segments_meet


def untangled(outline: Outline) -> Outline:
    """Return the same corners in an order in which the outline does not cross itself, as near as may be to the old.

    Where two sides cross, the corners between them are walked the other way round (the 2-opt step); each step makes
    the outline shorter, so it ends. A spike that runs back over its own side keeps its fault: no order of the
    corners mends that one, unless dropping the corner in line does.
    """
    ring = list(dict.fromkeys(outline))
    improved = True
    while improved and len(ring) > 3:
        improved = False
        count = len(ring)
        for i in range(count - 1):
            for j in range(i + 2, count):
                a, b, c, d = ring[i], ring[i + 1], ring[j], ring[(j + 1) % count]
                if d == a:
                    continue
                # A hair of tolerance: equal lengths must not swap for ever.
                shorter = math.dist(a, c) + math.dist(b, d) < math.dist(a, b) + math.dist(c, d) - 1e-6
                if shorter and segments_meet(a, b, c, d):
                    ring[i + 1 : j + 1] = reversed(ring[i + 1 : j + 1])
                    improved = True
    mended = tuple(ring)
    if fault(mended) and len(mended) > 3:
        for k in range(len(mended)):
            fewer = mended[:k] + mended[k + 1 :]
            if not fault(fewer):
                return fewer
    return mended
