"""Opens a project until the whole plan is painted: ``python -m benching.opening PROJECT`` prints CPU seconds as JSON.

The same steps as the program's own start, the command line left out; the bare window ends at its first paint, too.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(project: str) -> None:
    """Open, paint, print, end."""
    from PySide6.QtCore import QEvent, QObject, QSettings, QTimer

    from hallwright.app.desktop import application

    app = application()
    from hallwright.app.windows import Windows

    class Watch(QObject):
        """Ends the program when the plan was painted."""

        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            if event.type() == QEvent.Type.Paint and not self.painted:
                self.painted = True
                QTimer.singleShot(0, app.quit)
            return False

    # No settings of this machine, and none left behind.
    windows = Windows(app, dark=False, settings=QSettings(f"{project}.ini", QSettings.Format.IniFormat))
    watch = Watch()
    windows.open(Path(project))
    window = windows.window
    assert window is not None, "a project that was just made opens"
    window.canvas.installEventFilter(watch)
    app.exec()
    print(json.dumps({"cpu_seconds": time.process_time()}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
