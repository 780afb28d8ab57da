"""Run every benchmark of this folder, or those named on the command line, each in a process of its own.

usage: python -m tests.bench [NAME...]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def names() -> list[str]:
    """The benchmarks that there are: each module here with a `main`."""
    return sorted(file.stem for file in Path(__file__).parent.glob("*.py") if not file.stem.startswith("_"))


def main() -> int:
    """Peak memory is a process's own, so that one benchmark does not show in the next."""
    wanted = sys.argv[1:] or names()
    if unknown := set(wanted) - set(names()):
        print(f"bench: no benchmark called {', '.join(sorted(unknown))}; there are: {', '.join(names())}")
        return 2
    failed = []
    for name in wanted:
        print(f"== {name}", flush=True)
        code = f"from tests.bench.{name} import main; main()"
        failed += [name] if subprocess.run([sys.executable, "-c", code], check=False).returncode else []
    if failed:
        print(f"bench: ended with an error: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
