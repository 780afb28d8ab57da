"""What the processes of a reading are forked from: importing this loads the model, and reads once to load what else is
loaded on first use, so that all of them begin at once and share its memory. Not for importing elsewhere.
"""

from __future__ import annotations

import gc
import signal
from contextlib import suppress

from common.errors import Failure
from extract import reader
from extract.model import Document

_SAMPLE = (
    "PELLBROOK, Ohio — Pellbrook police received 52 immigration detainers in 2024, Chief Omar Reyes said. Under 8 "
    'U.S.C. § 1373 and the county’s Trust Act they honored nine of them. "We log each," he said last week.'
)

signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted is the one that reads; it ends the others
with suppress(Failure):  # told with the first batch, to whom asked for the reading
    reader.read(Document(_SAMPLE, "https://example.org/2025/01/detainers", outlet="Pellbrook Herald"))
gc.collect()
gc.freeze()  # what is there by now stays: collecting passes it over, and its memory stays shared
