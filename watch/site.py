"""Starting the site on the claims database."""

from __future__ import annotations

from common.errors import Failure
from publish.serve import serve
from watch.output import Output
from watch.settings import Settings


def serve_site(settings: Settings, output: Output) -> None:
    """Serve until interrupted. Failure where there is nothing to serve yet, or the port is in use."""
    if not settings.claims.exists():
        raise Failure(f"{settings.claims}: there is no claims database yet; run `detainer-watch build` first")
    serve(
        settings.claims, settings.host, settings.port,
        listening=lambda address: output.say(f"serving {address} (Ctrl-C ends it)"),
    )  # fmt: skip
