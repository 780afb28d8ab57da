"""What every response says to the browser: load nothing from elsewhere, run no script, stand in no frame."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from datasette import hookimpl

Message = MutableMapping[str, Any]
App = Callable[[Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]]

POLICY = "; ".join(
    (
        "default-src 'none'",  # no script either: the site works without
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"strict-origin-when-cross-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """Adds the headers to whatever is answered, errors and files included."""

    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Any, send: Any) -> None:
            async def send_with_headers(message: Message) -> None:
                if message["type"] == "http.response.start":
                    kept = [pair for pair in message.get("headers", []) if bytes(pair[0]).lower() not in HEADERS]
                    message = {**message, "headers": [*kept, *HEADERS.items()]}
                await send(message)

            await app(scope, receive, send_with_headers if scope["type"] == "http" else send)

        return guarded

    return wrap
