"""The process of its own in which files of strangers are checked: a hostile file can end it, and nothing else.

Run as ``python -m hallwright.printing.preflight.child``. A request comes as one JSON object on standard input:
``path``, ``profile`` (empty for the one that fits the file) and ``language``. The answer is one JSON object on
standard output: the report's fields, or ``refused``.
"""

import dataclasses
import json
import logging
import sys
from pathlib import Path
from typing import Any

from hallwright.printing.preflight.checking import check
from hallwright.printing.preflight.limits import MOST_MEMORY, MOST_OUTPUT, MOST_SECONDS
from hallwright.printing.profiles import load
from hallwright.support.errors import Refused
from hallwright.support.fence import limit_self
from hallwright.support.i18n import _, use


def main() -> int:
    """Answer one request; the exit status is 0 when an answer was written, be it a refusal."""
    limit_self(MOST_MEMORY, MOST_SECONDS, MOST_OUTPUT)
    logging.disable(logging.CRITICAL)
    request = json.load(sys.stdin)
    use(request["language"])
    try:
        name = request["profile"]
        answer: dict[str, Any] = dataclasses.asdict(check(Path(request["path"]), load(name) if name else None))
    except Refused as error:
        answer = {"refused": [error.what, error.where, error.mend]}
    except (MemoryError, RecursionError):
        mend = _("Save it anew from the program that made it, in parts.")
        answer = {"refused": [_("The PDF needs too much memory"), Path(request["path"]).name, mend]}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
