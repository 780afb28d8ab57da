"""Pages cleaned a second, beside trafilatura alone and other libraries on the same pages; two cores beside one.

DETAINER_WATCH_BENCH_PAGES names a folder of pages (`.html`, `.html.gz`); without it they are generated.
"""

from __future__ import annotations

import gzip
import os
import random
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from extract.clean import Page, clean

URL = "https://www.harbor-ledger.test/news/story"
GENERATED = 160
WORDS = "police council detainer request federal office number year jail city letter agent county report"


def main() -> None:
    """Print the table."""
    bodies = pages()
    size = sum(map(len, bodies)) / len(bodies) / 1000
    print(f"{len(bodies)} pages of {size:.0f} kB on average")
    ways = {
        "this project": _clean,
        "trafilatura, favor_precision": _trafilatura,
        "trafilatura, with metadata": _metadata,
    }
    ways |= _others()
    for name, (rate, failed) in _rates(ways, bodies).items():
        print(f"{name:32} {rate:7.1f} pages/s a core" + (f", failed on {failed}" if failed else ""))
    kinds = Counter(_clean(body).kind for body in bodies)
    print("kinds: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    _two_cores(bodies)


def pages() -> list[bytes]:
    """The bodies to clean."""
    folder = os.environ.get("DETAINER_WATCH_BENCH_PAGES")
    if not folder:
        return generated(GENERATED)
    files = sorted(f for f in Path(folder).iterdir() if f.name.endswith((".html", ".html.gz")))
    if not files:
        raise SystemExit(f"{folder}: no .html or .html.gz file there; name a folder that has some")
    return [gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files]


def generated(count: int) -> list[bytes]:
    """Pages with as much around the article as real ones have: menus, teasers, scripts, a comment form."""
    rng = random.Random(5)
    return [_page(rng, WORDS.split(), number) for number in range(count)]


def _page(rng: random.Random, words: list[str], number: int) -> bytes:
    def line(length: int) -> str:
        return " ".join(rng.choices(words, k=length)).capitalize()

    menu = "".join(f'<li class="menu-item"><a href="/section/{i}">{line(2)}</a></li>' for i in range(60))
    teasers = "".join(
        f'<div class="teaser"><a href="/2025/01/{i:02d}/story"><h3>{line(9)}</h3></a><p>{line(18)}.</p></div>'
        for i in range(1, 29)
    )
    body = "".join(f"<p>{line(rng.randint(20, 60))}. {line(12)}, {rng.randint(2, 900)}.</p>" for _ in range(18))
    ld = f'{{"@type": "NewsArticle", "headline": "{line(8)}", "datePublished": "2025-01-{number % 28 + 1:02d}"}}'
    return f"""<!doctype html><html lang="en"><head><title>{line(8)} - Ledger</title>
        <script>{"var a = {}; ".join("x" for _ in range(900))}</script><script type="application/ld+json">{ld}</script>
        </head><body><nav><ul>{menu}</ul></nav><article><h1>{line(8)}</h1><div class="body">{body}</div></article>
        <aside>{teasers}</aside><div id="comments"><h3>Leave a Reply</h3><form><input></form></div>
        <footer><ul>{menu}</ul></footer></body></html>""".encode()


def _clean(body: bytes) -> Page:
    return clean(body, URL)


def _trafilatura(body: bytes) -> object:
    import trafilatura

    return trafilatura.extract(body, url=URL, favor_precision=True, include_comments=False)


def _metadata(body: bytes) -> object:
    import trafilatura

    return trafilatura.bare_extraction(body, url=URL, favor_precision=True, include_comments=False, with_metadata=True)


def _newspaper(body: bytes) -> object:
    from newspaper import Article

    article = Article(URL)
    article.download(input_html=body.decode("utf-8", "replace"))
    article.parse()
    return article.text


def _news_please(body: bytes) -> object:
    from newsplease import NewsPlease

    return NewsPlease.from_html(body.decode("utf-8", "replace"), url=URL, fetch_images=False)


def _others() -> dict[str, Callable[[bytes], object]]:
    known = (("newspaper4k", "newspaper", _newspaper), ("news-please", "newsplease", _news_please))
    found: dict[str, Callable[[bytes], object]] = {}
    for name, module, way in known:
        try:
            import_module(module)
            found[name] = way
        except ImportError as error:
            print(f"{name:32} left out: {error}")
    return found


def _rates(ways: dict[str, Callable[[bytes], object]], bodies: list[bytes]) -> dict[str, tuple[float, int]]:
    """Pages a second of CPU time, and pages that raised. The ways take turns page by page, so that what else runs here
    touches all alike; the first page warms them up."""
    spent, failed = dict.fromkeys(ways, 0.0), dict.fromkeys(ways, 0)
    for number, body in enumerate([bodies[0], *bodies]):
        for name, way in ways.items():
            begun = time.process_time()
            try:
                way(body)
            except Exception:
                failed[name] += number > 0
            spent[name] += (time.process_time() - begun) if number else 0.0
    return {name: (len(bodies) / spent[name], failed[name]) for name in ways}


def _batch(bodies: list[bytes]) -> float:
    begun = time.process_time()
    for body in bodies:
        _clean(body)
    return time.process_time() - begun


def _two_cores(bodies: list[bytes]) -> None:
    """The same pages by one worker process and by two; their start is not counted.

    On a machine that does other things too, the clock says little: what the workers' CPU time allows stands beside it.
    """
    work = bodies * max(1, 400 // len(bodies))
    batches = [work[i : i + 8] for i in range(0, len(work), 8)]
    clock, cpu = {}, {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            list(pool.map(_batch, [work[:4]] * workers * 3))
            begun, own = time.perf_counter(), time.process_time()
            cpu[workers] = sum(pool.map(_batch, batches)) / workers + time.process_time() - own
            clock[workers] = time.perf_counter() - begun
    for name, seconds in (("by the clock", clock), ("by CPU time", cpu)):
        gain = seconds[1] / seconds[2]
        print(
            f"{len(work)} pages {name}: one core {seconds[1]:.1f} s, two {seconds[2]:.1f} s, {gain:.2f} times as fast"
        )
