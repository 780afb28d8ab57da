"""How a request ended, named: for the counts of a run, and to tell a wall from a page.

Only what decides whether the answer is worth keeping in memory is told here; what kind of page a body is, is read from
its text when it is cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CHALLENGE = re.compile(
    rb"cf-challenge|cf_chl_|/cdn-cgi/challenge-platform|_Incapsula_Resource|px-captcha|perimeterx|datadome|"
    rb"g-recaptcha|h-captcha|awswafcookiedomainlist|<title>\s*(just a moment|attention required|access denied|"
    rb"are you a robot|pardon our interruption|security check|verify you are human)",
    re.IGNORECASE,
)
CONSENT = re.compile(
    rb"<title>\s*(before you continue|bevor sie|your privacy choices)|consent\.google\.|guce\.|"
    rb"action=[\"']https?://consent\.",
    re.IGNORECASE,
)
LOOKED_AT = 20_000
"""A wall is a short page that says so at its beginning; a long one that mentions a captcha is an article."""

BLOCKED = ("challenge", "consent", "forbidden", "throttled")
FAILED = ("error", "gone", *BLOCKED)


def outcome(status: int, headers: Mapping[str, str], body: bytes, host: str = "") -> str:
    """`new` for a usable page, `not modified`, `redirect`, `gone`, `forbidden`, `throttled`, `challenge`, `consent`,
    `empty` or `error`; `headers` has lower-case names."""
    if status == 304:
        return "not modified"
    if 300 <= status < 400:
        return "redirect"
    wall = "consent" if host.startswith("consent.") else _wall(headers, body)
    if status == 200:
        return wall or ("new" if body.strip() else "empty")
    if wall == "challenge" and status in (401, 403, 405, 429, 503):
        return "challenge"
    if status in (404, 410):
        return "gone"
    if status in (401, 402, 403, 451):
        return "forbidden"
    if status == 429:
        return "throttled"
    return "error"


def _wall(headers: Mapping[str, str], body: bytes) -> str | None:
    if headers.get("cf-mitigated") == "challenge":
        return "challenge"
    if len(body) > 4 * LOOKED_AT or b"<" not in body[:1000]:
        return None
    head = body[:LOOKED_AT]
    # A page with paragraphs of text is a page, whatever scripts it carries against robots.
    if head.lower().count(b"<p") > 6:
        return None
    if CHALLENGE.search(head):
        return "challenge"
    if CONSENT.search(head):
        return "consent"
    return None
