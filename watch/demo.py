"""The demo: the whole way on the bundled newsroom, over real HTTP, then the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from watch.newsroom.server import Newsroom
from watch.newsroom.sources import write_sources
from watch.nightly import run_nightly
from watch.output import Output
from watch.settings import Settings
from watch.site import serve_site


def run_demo(settings: Settings, output: Output, *, serve: bool, day: int) -> None:
    """Crawl, archive, clean, extract, build; then serve until interrupted. Run again, it does only what is new."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with Newsroom(day=day) as newsroom:
        output.say(f"newsroom at {newsroom.url} (day {day})")
        sources = write_sources(settings.data / "demo-sources.yml", newsroom.url)
        run_nightly(replace(settings, sources=Path(sources)), output, revisit="all")
    if serve:
        serve_site(settings, output)
