"""Times the gate: ``python -m benching.verifying PROJECT SCANS`` prints figures as JSON.

``sign`` and ``verify`` are badges a second with the whole project at hand, ``bare`` the bare Ed25519 verification of
the same signatures, ``p50`` and ``p95`` the milliseconds from the scanner's Enter until check-in shows its answer.
"""

import json
import os
import sys
import time
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QApplication

from hallwright.desktop import style
from hallwright.desktop.desk import Desk
from hallwright.desktop.dialogs.checkin import CheckInDialog
from hallwright.editing.badges import record, set_key
from hallwright.editing.session import Session
from hallwright.expo.printed import now
from hallwright.signing.keys import PrivateKey
from hallwright.signing.signer import batch
from hallwright.signing.token import Token
from hallwright.signing.verifying import verify
from hallwright.store.project import open_project


def main(path: str, scans: int) -> None:
    """Print the figures by name."""
    application = QApplication([])
    style.apply(application, False)
    session = Session(open_project(path))
    key = PrivateKey.new()
    session.commit(set_key(session.show, key.public.text, now()))
    # Badges are valid on the day of the bench, whenever that is.
    event = session.show.event
    show = session.show.replaced([(event, replace(event, starts=None, ends=None))])
    start = time.perf_counter()
    made = batch(show, show.people.values(), key)
    codes = list(made.codes.values())
    sign = len(codes) / (time.perf_counter() - start)
    session.commit(record(session.show, made.badges, now()))
    day = datetime.now().astimezone().date()
    start = time.perf_counter()
    good = sum(verify(code, key.public, day, show=session.show).good for code in codes)
    verified = len(codes) / (time.perf_counter() - start)
    assert good == len(codes), "badges that are refused would be measured as fast"
    tokens = [Token.read(code) for code in codes]
    start = time.perf_counter()
    assert all(key.public.verifies(token) for token in tokens)
    bare = len(codes) / (time.perf_counter() - start)
    dialog = CheckInDialog(Desk(session))
    dialog.show()
    application.processEvents()
    painted = []
    for number in range(scans):
        dialog.code.setText(codes[number % len(codes)])
        start = time.perf_counter()
        dialog.code.returnPressed.emit()
        dialog.repaint()
        application.processEvents()
        painted.append((time.perf_counter() - start) * 1000)
    assert dialog.panel.good
    painted.sort()
    found = {
        "sign": sign,
        "verify": verified,
        "bare": bare,
        "p50": painted[len(painted) // 2],
        "p95": painted[int(len(painted) * 0.95)],
    }
    print(json.dumps(found), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
