"""Which address leads to which page."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import NotFound

from publish.views import compare, records, search, start, trail

ID = r"(?P<id>[^/.]+)"

# Datasette's own pages for trying things out carry inline script and style and are of no use to a reader; `databases`
# and `threads` tell of the machine.
CLOSED = ("patterns", "messages", "allow-debug", "permissions", "logout", "auth-token", "threads", "databases")


@hookimpl(tryfirst=True)
def register_routes() -> list[tuple[str, Any]]:
    """Regular expressions of paths and what answers them; first, so as to stand before Datasette's own."""
    return [
        (r"^/$", start.first_page),
        (r"^/-/disputes$", start.disputes),
        (r"^/-/drift$", start.drift),
        (r"^/-/sources$", start.sources),
        (r"^/-/about$", start.about),
        (rf"^/-/dispute/{ID}$", compare.dispute),
        (r"^/-/compare$", compare.compare),
        (rf"^/-/figure/{ID}$", compare.figure),
        (rf"^/-/figure/{ID}\.jsonld$", compare.figure_as_jsonld),
        (rf"^/-/claim/{ID}$", trail.claim),
        (rf"^/-/article/{ID}$", trail.article),
        (rf"^/-/capture/{ID}$", trail.capture),
        (r"^/-/search$", search.search),
        (rf"^/-/agency/{ID}$", records.agency),
        (rf"^/-/person/{ID}$", records.person),
        (rf"^/-/place/{ID}$", records.place),
        (rf"^/-/law/{ID}$", records.law),
        (r"^/-/(?P<kind>agencies|people|places|laws)$", records.listing),
        (rf"^/-/({'|'.join(CLOSED)})(\.json)?$", _closed),
    ]


async def _closed() -> None:
    raise NotFound("")
