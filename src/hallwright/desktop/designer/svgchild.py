"""The process of its own in which an SVG is drawn as pixels.

Run as ``python -m hallwright.desktop.designer.svgchild``: a JSON object with ``path`` and ``language`` comes on
standard input; a PNG, or one line of text that refuses, goes to standard output.
"""

import json
import os
import sys
from pathlib import Path

from hallwright.exchange.underlays.svgtree import Node, parse
from hallwright.support.errors import Refused
from hallwright.support.fence import limit_self
from hallwright.support.i18n import _, use

_DOTS = 600.0
_PIXEL = 96.0
_LONGEST, _SHORTEST = 4000, 600
"""Pixels of the longer side: no more are needed on a badge, and fewer would be coarse."""
_MEMORY = 4 * 1024**3
_SECONDS = 50
_OUTPUT = 100 * 1024 * 1024


def main() -> int:
    """Answer one request."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    limit_self(_MEMORY, _SECONDS, _OUTPUT)
    request = json.load(sys.stdin)
    use(request["language"])
    try:
        answer = drawn(Path(request["path"]))
    except Refused as refusal:
        answer = refusal.what.encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def drawn(path: Path) -> bytes:
    """Return a PNG of an SVG, to look through where nothing is drawn.

    Raises:
        Refused: it is none, is damaged, or shows other files.
    """
    # Parsed here first: Qt would fetch the files that a picture names, and expand what it should not.
    _alone(parse(path))
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication([])
    renderer = QSvgRenderer(str(path))
    size = renderer.viewBoxF().size() if renderer.viewBoxF().isValid() else renderer.defaultSize().toSizeF()
    wide, high = renderer.defaultSize().width() or size.width(), renderer.defaultSize().height() or size.height()
    if not renderer.isValid() or wide <= 0 or high <= 0:
        raise Refused(_("There is nothing to draw in the SVG"))
    scale = min(max(_DOTS / _PIXEL, _SHORTEST / max(wide, high)), _LONGEST / max(wide, high))
    image = QImage(max(round(wide * scale), 1), max(round(high * scale), 1), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub asks for bytes, which it refuses
    del app
    return bytes(buffer.data().data())


def _alone(root: Node) -> None:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += node.nodes()
        for name, value in node.attributes.items():
            link = name.rpartition(" ")[2] == "href" and not value.strip().startswith(("#", "data:"))
            if (link and node.tag in ("image", "use")) or "url(" in value.replace("url(#", "").replace('url("#', ""):
                raise Refused(_("The SVG shows other files"))


if __name__ == "__main__":
    sys.exit(main())
