"""The path language of SVG, flattened to chords while it is transformed."""

import math
import re
from collections.abc import Iterator

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f as SVG has them: x' = a x + c y + e, y' = b x + d y + f."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\s,]+)|(.)", re.DOTALL)
_CALL = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_MOST_CHORDS = 96


def numbers(text: str) -> list[float]:
    """Return all numbers in a text such as that of ``points`` or ``viewBox``."""
    return [float(part) for part in _NUMBER.findall(text)]


def times(one: Matrix, two: Matrix) -> Matrix:
    """Return the matrix that applies ``two`` first, then ``one``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Return a point transformed."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def stretch(matrix: Matrix) -> float:
    """Return by how much a matrix enlarges lengths on the whole."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def transform(text: str) -> Matrix:
    """Return the matrix of a ``transform`` attribute; what is not understood ends it."""
    found = IDENTITY
    place = 0
    while (call := _CALL.match(text, place)) is not None:
        found = times(found, _called(call[1], numbers(call[2])))
        place = call.end()
    return found


def _called(name: str, given: list[float]) -> Matrix:
    if name == "matrix" and len(given) == 6:
        return given[0], given[1], given[2], given[3], given[4], given[5]
    if name == "translate" and given:
        return 1.0, 0.0, 0.0, 1.0, given[0], given[1] if len(given) > 1 else 0.0
    if name == "scale" and given:
        return given[0], 0.0, 0.0, given[1] if len(given) > 1 else given[0], 0.0, 0.0
    if name == "rotate" and given:
        angle = math.radians(given[0])
        turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0.0, 0.0)
        if len(given) < 3:
            return turn
        x, y = given[1], given[2]
        return times(times((1.0, 0.0, 0.0, 1.0, x, y), turn), (1.0, 0.0, 0.0, 1.0, -x, -y))
    if name == "skewX" and given:
        return 1.0, 0.0, math.tan(math.radians(given[0])), 1.0, 0.0, 0.0
    if name == "skewY" and given:
        return 1.0, math.tan(math.radians(given[0])), 0.0, 1.0, 0.0, 0.0
    return IDENTITY


def flattened(data: str, matrix: Matrix, tolerance: float) -> Iterator[tuple[list[Point], bool]]:
    """Yield each subpath of a ``d`` attribute as transformed corners, and whether it is closed.

    A fault in the data ends the path there, as browsers have it.
    """
    pen = _Pen(matrix, tolerance)
    for command, given in _commands(data):
        yield from pen.do(command, given)
    yield from pen.lift(closed=False)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield commands with their numbers, repeated ones one by one."""
    command, given = "", list[float]()
    for letter, number, _gap, other in _WORD.findall(data):
        if other or (number and not command):
            return
        if letter:
            if given:
                return
            command = letter
            if letter in "Zz":
                yield letter, []
            continue
        if not number or command in "Zz":
            continue
        if command in "Aa" and len(given) in (3, 4) and len(number) > 1 and number[0] in "01":
            # The flags of an arc need nothing between them and what follows: a1 1 0 0110 5.
            for part in _flags(number, len(given)):
                given.append(float(part))
        else:
            given.append(float(number))
        takes = _TAKES[command.upper()]
        while len(given) >= takes:
            yield command, given[:takes]
            given = given[takes:]
            command = {"M": "L", "m": "l"}.get(command, command)


def _flags(number: str, place: int) -> list[str]:
    parts = [number[0]]
    rest = number[1:]
    if place == 3 and rest[:1] in ("0", "1"):
        parts.append(rest[0])
        rest = rest[1:]
    return [*parts, rest] if rest not in ("", ".") else parts


class _Pen:
    """Follows the commands of one path, in its own coordinates; its corners are transformed."""

    def __init__(self, matrix: Matrix, tolerance: float) -> None:
        self._matrix = matrix
        self._tolerance = tolerance
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: Point | None = None
        self._corners: list[Point] = []

    def do(self, command: str, given: list[float]) -> Iterator[tuple[list[Point], bool]]:
        """Carry out one command; yields the subpath that it ends."""
        kind, (x, y) = command.upper(), self._at
        if command.islower() and kind != "Z":
            given = self._absolute(kind, given)
        handle, self._handle = self._handle, None
        if kind == "M":
            yield from self.lift(closed=False)
            self._at = self._start = (given[0], given[1])
        elif kind == "Z":
            yield from self.lift(closed=True)
            self._at = self._start
        elif kind in "LHV":
            self._line((given[0], given[1]) if kind == "L" else (given[0], y) if kind == "H" else (x, given[0]))
        elif kind in "CS":
            mirrored = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
            first = (given[0], given[1]) if kind == "C" else mirrored
            self._cubic(first, (given[-4], given[-3]), (given[-2], given[-1]))
            self._handle = (given[-4], given[-3])
        elif kind in "QT":
            mirrored = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
            control = (given[0], given[1]) if kind == "Q" else mirrored
            end = (given[-2], given[-1])
            first = (x + (control[0] - x) * 2 / 3, y + (control[1] - y) * 2 / 3)
            second = (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
            self._cubic(first, second, end)
            self._handle = control
        else:
            self._arc(given)

    def lift(self, *, closed: bool) -> Iterator[tuple[list[Point], bool]]:
        """Yield what was drawn since the pen was set down, and forget it."""
        if len(self._corners) > 1:
            yield self._corners, closed
        self._corners = []

    def _absolute(self, kind: str, given: list[float]) -> list[float]:
        x, y = self._at
        if kind == "H":
            return [given[0] + x]
        if kind == "V":
            return [given[0] + y]
        if kind == "A":
            return [*given[:5], given[5] + x, given[6] + y]
        return [value + (y if k % 2 else x) for k, value in enumerate(given)]

    def _line(self, end: Point) -> None:
        if not self._corners:
            self._corners.append(apply(self._matrix, *self._at))
        self._corners.append(apply(self._matrix, *end))
        self._at = end

    def _cubic(self, one: Point, two: Point, end: Point) -> None:
        a, b, c, d = (apply(self._matrix, *point) for point in (self._at, one, two, end))
        if not self._corners:
            self._corners.append(a)
        # How far the curve can stray from its chord follows from its second differences.
        bend = max(math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1]),
                   math.hypot(b[0] - 2 * c[0] + d[0], b[1] - 2 * c[1] + d[1]))  # fmt: skip
        chords = self._chords(math.sqrt(0.75 * bend / self._tolerance))
        for k in range(1, chords + 1):
            t = k / chords
            s = 1 - t
            wa, wb, wc, wd = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            self._corners.append(
                (wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0], wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1])
            )
        self._at = end

    def _arc(self, given: list[float]) -> None:
        rx, ry, turn, large, sweep, *last = given
        (x1, y1), end = self._at, (last[0], last[1])
        rx, ry = abs(rx), abs(ry)
        if not rx or not ry or self._at == end:
            self._line(end)
            return
        cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        half = (x1 - end[0]) / 2, (y1 - end[1]) / 2
        px, py = cosine * half[0] + sine * half[1], cosine * half[1] - sine * half[0]
        over = math.sqrt((px / rx) ** 2 + (py / ry) ** 2)
        if over > 1:
            rx, ry = rx * over, ry * over
        lower = (rx * py) ** 2 + (ry * px) ** 2
        root = math.sqrt(max((rx * ry) ** 2 - lower, 0.0) / lower) * (-1 if bool(large) == bool(sweep) else 1)
        qx, qy = root * rx * py / ry, -root * ry * px / rx
        cx, cy = cosine * qx - sine * qy + (x1 + end[0]) / 2, sine * qx + cosine * qy + (y1 + end[1]) / 2
        start = math.atan2((py - qy) / ry, (px - qx) / rx)
        span = math.atan2((-py - qy) / ry, (-px - qx) / rx) - start
        if sweep and span < 0:
            span += 2 * math.pi
        elif not sweep and span > 0:
            span -= 2 * math.pi
        if not self._corners:
            self._corners.append(apply(self._matrix, x1, y1))
        radius = max(rx, ry) * stretch(self._matrix)
        chords = self._chords(abs(span) * math.sqrt(radius / (8 * self._tolerance)))
        for k in range(1, chords):
            angle = start + span * k / chords
            ex, ey = rx * math.cos(angle), ry * math.sin(angle)
            self._corners.append(apply(self._matrix, cx + cosine * ex - sine * ey, cy + sine * ex + cosine * ey))
        self._corners.append(apply(self._matrix, *end))
        self._at = end

    def _chords(self, wanted: float) -> int:
        return max(2, min(math.ceil(wanted), _MOST_CHORDS)) if math.isfinite(wanted) else 2
