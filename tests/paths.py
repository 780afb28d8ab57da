"""Where tests find what lies beside the project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("DETAINER_WATCH_SHARED", ROOT.parent / "shared"))
"""Gold annotations, the two real articles and the reference scorer; absent elsewhere, where their tests skip."""
