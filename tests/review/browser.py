"""A real browser, driven through its debugging pipe; no library, no network."""

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

_PATIENCE = 60
_STARTER = """
import fcntl, os, sys
first, second, *line = sys.argv[1:]
# Aside first, for one of them may be 3 or 4 itself.
first, second = (fcntl.fcntl(int(end), fcntl.F_DUPFD, 20) for end in (first, second))
os.dup2(first, 3)
os.dup2(second, 4)
os.execv(line[0], line)
"""


def chromium() -> str:
    """Return the browser's program; skips the test where there is none."""
    if os.name != "posix":
        pytest.skip("the browser is driven through descriptors that only POSIX hands on")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine: the page is not tried in a browser")
    return found


class Browser:
    """One page of a headless Chromium, with the network off."""

    def __init__(self, folder: Path) -> None:
        # The browser reads commands from its descriptor 3 and answers on 4, each message ended by a NUL.
        read_end, self._write = os.pipe()
        self._read, write_end = os.pipe()
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        line = [
            *(sys.executable, "-c", _STARTER, str(read_end), str(write_end), chromium()),
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe"),
            *("--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder / 'profile'}", "about:blank"),
        ]
        null = subprocess.DEVNULL
        self._process = subprocess.Popen(line, pass_fds=(read_end, write_end), stdout=null, stderr=null)
        os.close(read_end)
        os.close(write_end)
        self._waiting = b""
        self._count = 0
        self._session = ""
        self.events: list[dict[str, Any]] = []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call(
            "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads), eventsEnabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _a: type[BaseException] | None, _b: BaseException | None, _c: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its answer; events that come meanwhile are kept."""
        self._count += 1
        held = {"id": self._count, "method": method, "params": params}
        if self._session:
            held["sessionId"] = self._session
        os.write(self._write, json.dumps(held).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self._count:
                assert "error" not in message, message
                return dict(message["result"])
            self.events.append(message)

    def until(self, event: str) -> None:
        """Wait for an event."""
        while not any(message.get("method") == event for message in self.events):
            self.events.append(self._message())

    def open(self, path: Path) -> None:
        """Open a file and wait until it is loaded."""
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.until("Page.loadEventFired")

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is awaited."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int = 0) -> None:
        """Press and release a key."""
        text = key if len(key) == 1 else ""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code,
                text=text * (kind == "keyDown"),
            )

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        self.call("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        place = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            " e.scrollIntoView({block: 'center'});"
            " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        self.click_at(*place)

    def click_at(self, x: float, y: float) -> None:
        """Click at a point of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self) -> bytes:
        """Return a picture of the window as PNG."""
        import base64

        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Give the window a size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def complaints(self) -> list[str]:
        """Return what the page was refused or failed at: errors, and requests that left the file."""
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded")
        found = [json.dumps(message) for message in self.events if message.get("method") in kinds]
        for message in self.events:
            if message.get("method") == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(("file:", "blob:", "data:", "about:")):
                    found.append(url)
        return found

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            if not select.select([self._read], [], [], _PATIENCE)[0]:
                raise TimeoutError("the browser does not answer")
            part = os.read(self._read, 1 << 16)
            if not part:
                raise EOFError("the browser ended")
            self._waiting += part
        text, _, self._waiting = self._waiting.partition(b"\0")
        return dict(json.loads(text))


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Start a browser for the length of a block."""
    with Browser(folder) as browser:
        yield browser
