"""The site as a process of its own on a port, and a browser to look at it with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
SERVE = """import sys
from pathlib import Path
from publish.serve import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))"""


class Served:
    """A running site: its address, and the lines it has printed."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.address = address


@contextmanager
def serving(claims_path: Path, port: int = 0) -> Iterator[Served]:
    """Runs `publish.serve.serve` in a process of its own until the block ends."""
    command = [sys.executable, "-c", SERVE, str(claims_path), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        try:
            if not line.startswith("serving http://"):
                pytest.fail(f"the site did not start: {line}{process.stderr.read()}")
            yield Served(process, line.split()[1].rstrip("/"))
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless Chromium; the test is skipped, with the reason, where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="no playwright: install the extra `test`")
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is absent (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield browser
        browser.close()


def wait_until(true: object, seconds: float = 15.0) -> None:
    """Waits until the callable gives something true."""
    assert callable(true)
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
