"""GeoJSON as a table: a row for each outline, a column for each property, outlines as text in metres of the floor.

Degrees (RFC 7946) are laid on a plane that touches the globe amid them (``earth``); plain metres, as programs for
indoor plans write them, are taken as they are. Runs in the child process (``child``): the file is a stranger's.
"""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hallwright.exchange.coordinates import Corner, Lie, corner_of, placed
from hallwright.exchange.limits import MOST_COLUMNS, MOST_ROWS, too_many_columns, too_many_rows
from hallwright.exchange.wkt import MOST_CORNERS
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written

GEOMETRY = "geometry (m)"
"""Heading of the column of outlines."""
_SHAPES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
_LONGEST = 500


class Features(NamedTuple):
    """What a file holds.

    Attributes:
        rows: headings, then a row for each outline.
        labels: for each row, the number of its feature, from 1 on; 0 for the headings.
        coordinates: ``degrees`` or ``plane``, as they were read.
        notes: how they were read, for people.
    """

    rows: list[list[str]]
    labels: list[int]
    coordinates: str
    notes: list[str]


def read(path: Path, lie: Lie, millimetres: float, encoding: str | None = None) -> Features:
    """Read a file.

    Args:
        path: the file.
        lie: how coordinates are to be read.
        millimetres: of a unit of coordinates that are no degrees.
        encoding: of the text; UTF-8, else GB18030, if None.

    Raises:
        Refused: it is no GeoJSON, is damaged, or holds too much.
    """
    document = _document(path.read_bytes(), encoding)
    features = _features(document)
    if len(features) > MOST_ROWS:
        raise too_many_rows("")
    outlines = [_parts(feature.get("geometry")) for feature in features]
    place, coordinates, notes = placed(
        document, [ring for parts in outlines for ring in _rings(parts)], lie, millimetres
    )
    names = _names(features)
    rows, labels = [[GEOMETRY, *names]], [0]
    for number, (feature, parts) in enumerate(zip(features, outlines, strict=True), 1):
        known = _properties(feature)
        cells = [_cell(known.get(name)) for name in names]
        for kind, rings in parts:
            rows.append([_text(kind, rings, place), *cells])
            labels.append(number)
    if len(rows) > MOST_ROWS + 1:
        raise too_many_rows("")
    return Features(rows, labels, coordinates, notes)


def _document(data: bytes, encoding: str | None) -> dict[str, Any]:
    try:
        if encoding:
            text = data.decode(encoding)
        elif data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = data.decode("gb18030")
    except (UnicodeDecodeError, LookupError):
        raise Refused(_("The file is in no known encoding"), mend=_("Save it as UTF-8.")) from None
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise Refused(
                _("The file holds several JSON documents one after the other"),
                mend=_("Save it as one GeoJSON FeatureCollection."),
            ) from None
        raise Refused(
            _("The GeoJSON file is damaged or cut short ({reason}, line {line:,})").format(
                reason=error.msg, line=written(error.lineno)
            ),
            mend=_("Save or download it again."),
        ) from None
    except ValueError as error:  # a number of thousands of digits
        raise Refused(
            _("The GeoJSON file is damaged ({reason})").format(reason=str(error)[:80]),
            mend=_("Save or download it again."),
        ) from None
    except RecursionError:
        raise Refused(_("The JSON is nested too deep"), mend=_("Save it as GeoJSON.")) from None
    if not isinstance(document, dict):
        raise Refused(_("The JSON is no GeoJSON"), mend=_("Save it as GeoJSON."))
    return document


def _features(document: dict[str, Any]) -> list[dict[str, Any]]:
    kind = document.get("type")
    if kind == "FeatureCollection" and isinstance(document.get("features"), list):
        found = document["features"]
    elif kind == "Feature":
        found = [document]
    elif kind == "GeometryCollection" and isinstance(document.get("geometries"), list):
        found = [{"geometry": some} for some in document["geometries"]]
    elif kind in _SHAPES:
        found = [{"geometry": document}]
    elif kind == "Topology":
        raise Refused(_("This is TopoJSON"), mend=_("Save it as GeoJSON."))
    else:
        raise Refused(_("The JSON is no GeoJSON"), mend=_("Save it as GeoJSON."))
    if not found:
        raise Refused(_("There is nothing in it (0 features)"), mend=_("Look at it in its own program."))
    return [some if isinstance(some, dict) else {} for some in found]


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    known = feature.get("properties")
    given = dict(known) if isinstance(known, dict) else {}
    if "id" in feature:
        given.setdefault("id", feature["id"])
    return given


def _names(features: list[dict[str, Any]]) -> list[str]:
    names: dict[str, None] = {}
    for feature in features:
        names.update(dict.fromkeys(_properties(feature)))
        if len(names) >= MOST_COLUMNS:
            raise too_many_columns(len(names) + 1, "")
    return list(names)


def _cell(value: Any) -> str:
    """Return a property as a person would type it into a cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, ensure_ascii=False)[:_LONGEST]


def _parts(geometry: Any) -> list[tuple[str, Any]]:
    """Return the kind and the rings of each outline of a geometry; at least one, so that nothing is passed over."""
    if not isinstance(geometry, dict):
        return [("", [])]
    kind, lists = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        return [("POLYGON", lists)]
    if kind == "MultiPolygon" and isinstance(lists, list) and lists:
        return [("POLYGON", rings) for rings in lists]
    return [(kind.upper()[:20] if isinstance(kind, str) and kind else "?", [])]


def _rings(parts: list[tuple[str, Any]]) -> Iterator[list[Any]]:
    for kind, rings in parts:
        if kind == "POLYGON" and isinstance(rings, list):
            yield from (ring for ring in rings if isinstance(ring, list))


def _text(kind: str, rings: Any, place: Corner) -> str:
    """Return an outline as WKT in metres; what is wrong with it stays in it, for its reader to tell."""
    if kind != "POLYGON":
        return kind
    if not isinstance(rings, list) or not rings:
        return "POLYGON ()"
    shown = [
        f"({', '.join(_point(c, place) for c in ring[: MOST_CORNERS + 2])})"
        for ring in rings[:2]
        if isinstance(ring, list)
    ]
    return f"POLYGON ({', '.join(shown)})"


def _point(corner: Any, place: Corner) -> str:
    known = corner_of(corner)
    if known is None or not all(map(math.isfinite, known)):
        return "?"
    x, y = place(*known)
    # A tenth of a millimetre: the reader rounds to whole ones.
    return f"{x:.4f} {y:.4f}"
