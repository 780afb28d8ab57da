"""Keeping what a crawl brings: batches handed to the archive by one thread, so that the crawl never waits for the disk.

A batch is written when it is large or old enough; one write is under way at a time. `room` makes the crawl wait when
more bytes are held than `MAX_HELD`.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from db.archive import Archive, Batch, Capture, Link, Problem, Visit

MAX_BATCH = 200
MAX_BYTES = 4 * 1024 * 1024
MAX_HELD = 12 * 1024 * 1024
MAX_AGE = 0.5
"""Seconds that a capture may stay in memory only."""


class Recorder:
    """The one writer of a crawl. All methods are called from the event loop; failures of a write surface in `flush`."""

    def __init__(self, archive_path: Path, warc_dir: Path | None, run: int) -> None:
        self.run = run
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="archive")
        self._archive = self._pool.submit(Archive, archive_path, warc_dir).result()
        self._batch = Batch(run=run)
        self._bytes = 0
        self._writing_bytes = 0
        self._writing: Future[list[int]] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._settled: asyncio.Event | None = None
        self.failure: BaseException | None = None

    def capture(self, capture: Capture) -> None:
        self._batch.captures.append(capture)
        self._bytes += len(capture.exchange.body)
        self._added(len(self._batch.captures) >= MAX_BATCH or self._bytes >= MAX_BYTES)

    def link(self, link: Link) -> None:
        self._batch.links.append(link)
        self._added()

    def visit(self, visit: Visit) -> None:
        self._batch.visits.append(visit)
        self._added()

    def problem(self, problem: Problem) -> None:
        self._batch.problems.append(problem)
        self._added()

    async def room(self) -> None:
        """Returns once the bytes held are few enough for more."""
        while self._bytes + self._writing_bytes > MAX_HELD and self.failure is None:
            self._start()
            await self._wait()

    async def flush(self) -> None:
        """Returns once everything handed over so far is on the disk. Raises what a write raised."""
        while (self._batch or self._writing) and self.failure is None:
            self._start()
            await self._wait()
        if self.failure is not None:
            raise self.failure

    async def close(self) -> None:
        try:
            await self.flush()
        finally:
            await asyncio.wrap_future(self._pool.submit(self._archive.close))
            self._pool.shutdown()

    def _added(self, full: bool = False) -> None:
        if full:
            self._start()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(MAX_AGE, self._start)

    def _start(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._writing is not None or not self._batch:
            return
        batch, self._batch = self._batch, Batch(run=self.run)
        self._writing_bytes, self._bytes = self._bytes, 0
        self._settled = asyncio.Event()
        loop = asyncio.get_running_loop()
        self._writing = self._pool.submit(self._archive.write, batch)
        self._writing.add_done_callback(lambda done: loop.call_soon_threadsafe(self._done, done))

    def _done(self, done: Future[list[int]]) -> None:
        self._writing = None
        self._writing_bytes = 0
        self.failure = self.failure or done.exception()
        if self._settled is not None:
            self._settled.set()
        if len(self._batch.captures) >= MAX_BATCH or self._bytes >= MAX_BYTES:
            self._start()
        elif self._batch:
            self._added()

    async def _wait(self) -> None:
        if self._settled is not None:
            await self._settled.wait()
