"""Opens a project until the whole plan is painted: ``python -m benching.opening PROJECT`` prints CPU seconds as JSON.

It is the program's own start, given its command line; the bare window ends at its first paint, too.
"""

import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(project: str) -> None:
    """Open, paint, print, end."""
    # No settings of this machine, and none left behind.
    os.environ["XDG_CONFIG_HOME"] = f"{project}.settings"
    from PySide6.QtCore import QEvent, QObject, QTimer

    from hallwright.app.desktop import application, run

    app = application()

    class Watch(QObject):
        """Ends the program when the plan was painted."""

        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
            if event.type() == QEvent.Type.Paint and not self.painted and watched.objectName() == "canvas":
                self.painted = True
                QTimer.singleShot(0, app.quit)
            return False

    watch = Watch()
    app.installEventFilter(watch)
    run([project])
    print(json.dumps({"cpu_seconds": time.process_time(), "painted": watch.painted}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
