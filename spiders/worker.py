"""The process that crawls: a job as JSON on standard input, a line of JSON for each finished source on standard output.

A process of its own, since Twisted's reactor starts once only, and since a crash or a kill then costs nothing but what
is not yet on the disk. Sources of one host run one after another, sources of different hosts side by side; searches,
which lead anywhere, come last and one by one: so no site is asked by two sources at a time.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scrapy.utils.reactor import install_reactor

from db.archive import Archive, now
from spiders.browser import lacking as browser_lacking
from spiders.kinds import SEARCHES, spider_of
from spiders.recorder import Recorder
from spiders.results import result_of
from spiders.session import Session
from spiders.settings import settings
from spiders.sources import Source
from spiders.urls import host_of, is_loopback

REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
PARALLEL = 12
GRACE = 10.0
"""Seconds that a source whose time is over has for ending before the others go on without it."""

PATIENCE = 15.0
"""Seconds that another collection has for ending."""

log = logging.getLogger("spiders.worker")
_held: list[Any] = []


@dataclass(frozen=True)
class Job:
    """What is to be collected; see `spiders.collect.collect`."""

    archive: Path
    warc_dir: Path
    run: int
    sources: list[Source]
    revisit: str
    allow_private: bool
    only_look: bool = False


def read_job(text: str) -> Job:
    """The job as the parent process wrote it."""
    data = json.loads(text)
    sources = [_source(entry) for entry in data["sources"]]
    return Job(
        Path(data["archive"]), Path(data["warc_dir"]), data["run"], sources, data["revisit"], data["private"],
        data.get("only_look", False),
    )  # fmt: skip


def _source(entry: dict[str, Any]) -> Source:
    values: Any = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    return Source(**values)


def main() -> int:
    """Runs the job; 0 when it was done, 1 when something broke (the reason is on standard error)."""
    job = read_job(sys.stdin.readline())
    if not take_lock(job.archive):
        print("another collection into this archive is under way", file=sys.stderr)
        return 1
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("scrapy").setLevel(logging.ERROR)
    install_reactor(REACTOR)
    from twisted.internet import reactor as installed

    from spiders.safety import GuardedResolver

    reactor: Any = installed
    GuardedResolver(reactor, allow_private=job.allow_private).install_on_reactor()
    status = 1

    async def run() -> None:
        nonlocal status
        asyncio.get_running_loop().add_reader(sys.stdin, orphaned)
        try:
            await crawl(job)
            status = 0
        except Exception:
            log.exception("the collection broke off")
        finally:
            reactor.stop()

    task: list[asyncio.Future[None]] = []
    reactor.callWhenRunning(lambda: task.append(asyncio.ensure_future(run())))
    reactor.run()
    sys.stdout.flush()
    sys.stderr.flush()
    # A source that did not end in time may still hold threads or sockets: everything is on the disk, so just go.
    os._exit(status)


def orphaned() -> None:
    """The process that asked for this collection is gone: end, as it would have ended us. What is on the disk stays."""
    os._exit(3)


def take_lock(archive: Path) -> bool:
    """Whether this process is the only one that collects into an archive; one that is ending is waited for.

    The lock goes with the process, however it ends.
    """
    lock = archive.with_suffix(".lock").open("wb")
    _held.append(lock)
    for _ in range(int(PATIENCE / 0.1)):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(0.1)
        else:
            return True
    return False


async def crawl(job: Job) -> None:
    """Crawls all sources of a job; each one's result is in the archive when this returns."""
    recorder = Recorder(job.archive, job.warc_dir, job.run)
    with Archive(job.archive, job.warc_dir) as reader:
        session = Session(job.run, recorder, reader, job.revisit, job.allow_private, job.only_look)
        try:
            gate = asyncio.Semaphore(PARALLEL)
            own = [s for s in job.sources if s.kind not in SEARCHES]
            searches = [s for s in job.sources if s.kind in SEARCHES]
            for group in (chains(own), [searches]):
                await asyncio.gather(*(_chain(chain, session, gate) for chain in group))
        finally:
            await recorder.close()


def chains(sources: Sequence[Source]) -> list[list[Source]]:
    """Sources grouped by host: those of one host never run at the same time, unless the host is this machine."""
    by_host: dict[str, list[Source]] = {}
    for source in sources:
        host = host_of(source.url or "") or source.kind
        by_host.setdefault(source.id if is_loopback(host) else host, []).append(source)
    return list(by_host.values())


async def _chain(sources: list[Source], session: Session, gate: asyncio.Semaphore) -> None:
    for source in sources:
        async with gate:
            await _one(source, session)


async def _one(source: Source, session: Session) -> None:
    tally = session.tally(source.id)
    tally.started = now()
    begun = asyncio.get_running_loop().time()
    try:
        await _crawl_source(source, session)
    except Exception as error:  # one source's fault is its own
        log.exception("source %s broke off", source.id)
        tally.finding_failure = f"{type(error).__name__}: {error}"
        tally.finish = "broke off"
    await session.recorder.flush()
    result = result_of(source, tally, session.reader, session.run)
    result["seconds"] = round(asyncio.get_running_loop().time() - begun, 2)
    session.reader.add_source_result(session.run, source.id, **result)
    _tell({"source": source.id, **result})


async def _crawl_source(source: Source, session: Session) -> None:
    from scrapy.crawler import AsyncCrawlerRunner

    if source.javascript and (lacking := browser_lacking()):
        session.tally(source.id).finding_failure = lacking
        return
    runner = AsyncCrawlerRunner()
    spider_class = spider_of(source.kind)
    crawler = runner.create_crawler(spider_class)
    for name, value in settings(source, allow_private=session.allow_private).items():
        crawler.settings.set(name, value, priority="cmdline")
    crawling = asyncio.ensure_future(runner.crawl(crawler, source=source, session=session))
    done, _ = await asyncio.wait({crawling}, timeout=source.time_limit)
    if not done:
        session.tally(source.id).finish = "time limit"
        _stop(crawler)
        done, _ = await asyncio.wait({crawling}, timeout=GRACE)
    for task in done:
        task.result()


def _stop(crawler: Any) -> None:
    """Ends a crawl now: nothing more is asked, and what waits for its turn is dropped; then it is idle and closes.

    Scrapy's own stop leaves a crawler that has not fully started hanging.
    """
    from spiders.middlewares import Stopped

    crawler.spider.over = "time limit"
    for slot in crawler.engine.downloader.slots.values():
        while slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(Stopped("time limit"))


def _tell(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    sys.exit(main())
