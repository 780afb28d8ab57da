"""The demo: the whole way on the bundled newsroom, over real HTTP, then the site."""

from __future__ import annotations

from dataclasses import replace

from common.errors import Failure
from watch.newsroom.server import Newsroom
from watch.newsroom.server import sources as newsroom_sources
from watch.nightly import run_nightly
from watch.output import Output
from watch.settings import Settings
from watch.site import serve_site


def run_demo(settings: Settings, output: Output, *, serve: bool, day: int, newsroom_port: int) -> None:
    """Crawl, archive, clean, extract, build; then serve until interrupted. Run again, it does only what is new.

    The newsroom keeps its port from run to run: the addresses of its articles are what tells new from known.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    with _open(day, newsroom_port) as newsroom:
        output.say(f"newsroom at {newsroom.url}, day {day}")
        sources = settings.data / "demo-sources.yml"
        sources.write_text(newsroom_sources(newsroom.url), encoding="utf-8")
        run_nightly(replace(settings, sources=sources, allow_private_hosts=True), output, revisit="all")
        if serve:
            # The newsroom stays up, so that the links to the originals lead somewhere.
            serve_site(settings, output)


def _open(day: int, port: int) -> Newsroom:
    try:
        return Newsroom(day=day, port=port)
    except OSError as error:
        raise Failure(
            f"the newsroom's port {port} cannot be had ({error.strerror}); choose another with --newsroom-port"
        ) from None
