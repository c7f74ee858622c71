"""The fence holds: a child cannot take more than it may, and its parent sees how it ended."""

import json
import subprocess
import sys
import tempfile

import pytest

from hallwright.support import fence


def _nothing() -> None:
    pass


def test_a_process_can_bind_itself() -> None:
    show = (
        "import json, resource as r; from hallwright.support.fence import limit_self; limit_self(2**31, 120, 600);"
        "print(json.dumps([r.getrlimit(k)[0] for k in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)]))"
    )
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True)
    assert json.loads(done.stdout) == [2**31, 120, 600, 0]


def test_a_child_reads_its_request_and_its_end_is_told() -> None:
    with tempfile.TemporaryFile() as output:
        assert fence.run("json.tool", {"a": "展位"}, output, seconds=60, pulse=_nothing) == 0
        output.seek(0)
        assert json.load(output) == {"a": "展位"}
        assert fence.run("no_such_module", {}, output, seconds=60, pulse=_nothing) == 1


def test_a_child_that_takes_too_long_is_ended() -> None:
    with tempfile.TemporaryFile() as output, pytest.raises(TimeoutError):
        fence.run("http.server", {}, output, seconds=-1, pulse=_nothing)
