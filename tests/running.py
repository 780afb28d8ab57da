"""Running the command line as a person does: a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from tests.paths import ROOT


def detainer_watch(*arguments: object, timeout: float = 240, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run `detainer-watch ARGUMENTS` in the project's folder and wait for it."""
    command = [sys.executable, "-m", "watch.cli", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environ, capture_output=True, text=True, timeout=timeout, check=False
    )


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
