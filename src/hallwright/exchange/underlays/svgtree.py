"""SVG as a tree, parsed with nothing fetched and nothing expanded that the file does not spell out."""

from pathlib import Path
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from hallwright.exchange.underlays.limits import MOST_ENTITIES
from hallwright.support.errors import Refused
from hallwright.support.i18n import _
from hallwright.support.numbers import written

MOST_NESTED = 200
_MOST_ENTITY = 4_096
SVG = "http://www.w3.org/2000/svg"
INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
XLINK = "http://www.w3.org/1999/xlink"


class Node(NamedTuple):
    """An element of SVG's own namespace; attributes of others bear theirs before a blank."""

    tag: str
    attributes: dict[str, str]
    parts: "list[Node | str]"

    def nodes(self) -> "list[Node]":
        """Return the elements in it."""
        return [part for part in self.parts if isinstance(part, Node)]


def parse(path: Path) -> Node:
    """Return the root element.

    Raises:
        Refused: it is no SVG, is damaged, refers to other files, or has too many elements.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.EntityDeclHandler = builder.declare
    parser.ExternalEntityRefHandler = builder.refer
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        with path.open("rb") as stream:
            parser.ParseFile(stream)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code) or "damaged"
        raise Refused(
            _("The SVG file is damaged or cut short ({reason}, line {lineno:,})").format(
                reason=reason, lineno=written(error.lineno)
            ),
            mend=_("Save it again as SVG."),
        ) from None
    if builder.root is None:
        raise Refused(_("The XML file is no SVG drawing"), mend=_("Save the drawing as SVG."))
    return builder.root


class _Builder:
    """Takes the parser's events."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node | None] = []
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element; those of other namespaces are passed over with all that is in them."""
        self._count += 1
        if self._count > MOST_ENTITIES:
            raise Refused(
                _("The drawing has more than {most_entities:,} elements").format(most_entities=written(MOST_ENTITIES)),
                mend=_("Save only the layers needed."),
            )
        if len(self._open) >= MOST_NESTED:
            raise Refused(
                _("Elements lie more than {most_nested} deep in each other").format(most_nested=written(MOST_NESTED)),
                mend=_("Ungroup them."),
            )
        space, _blank, tag = name.rpartition(" ")
        above = self._open[-1] if self._open else None
        if not self._open and tag != "svg":
            raise Refused(
                _("The XML file is no SVG drawing but '{tag}'").format(tag=tag[:40]), mend=_("Save the drawing as SVG.")
            )
        if space not in ("", SVG) or (self._open and above is None):
            self._open.append(None)
            return
        node = Node(tag, attributes, [])
        if above is not None:
            above.parts.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _name: str) -> None:
        """Take the end of an element."""
        self._open.pop()

    def text(self, data: str) -> None:
        """Take text, where text is drawn."""
        above = self._open[-1] if self._open else None
        if above is not None and above.tag in ("text", "tspan", "textPath", "a"):
            above.parts.append(data)

    def declare(
        self,
        name: str,
        _parameter: bool,
        value: str | None,
        _base: str | None,
        system: str | None,
        public: str | None,
        _notation: str | None,
    ) -> None:
        """Let short entities be, as drawing programs write them for their namespaces; refuse all others."""
        if system or public:
            self.refer("", None, system, public)
        if value is not None and (len(value) > _MOST_ENTITY or "&" in value):
            raise Refused(
                _("The SVG file has an entity that expands ('{name}')").format(name=name[:40]),
                mend=_("Save it as plain SVG."),
            )

    def refer(self, _context: str, _base: str | None, system: str | None, public: str | None) -> NoReturn:
        """Refuse what would be read from elsewhere."""
        raise Refused(
            _("The SVG file refers to another file ({system})").format(system=(system or public or "unknown")[:80]),
            mend=_("Save it as plain SVG."),
        )
