"""Bytes to text: what the page is encoded in, whatever it says of itself."""

from __future__ import annotations

import codecs
import re
from email.message import Message

from charset_normalizer import from_bytes

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Pages that say Latin-1 mean its Windows superset, as browsers read them.
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
# UTF-8 read as Windows-1252 once too often: a lead byte's letter, then the letters of continuation bytes.
_CP1252_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWICE_ENCODED = re.compile(rf"(?:[\u00c2-\u00df][{_CP1252_HIGH}]|[\u00e0-\u00ef][{_CP1252_HIGH}]{{2}})+")
_TWICE_MARKS = ("â€", "Ã", "Â")
_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffe\uffff]")


def decode(body: bytes, content_type: str | None = None) -> tuple[str, list[str]]:
    """The text of a body and notes on what was wrong with its encoding.

    UTF-8 that decodes is UTF-8, whatever header and markup say (a multi-byte sequence is not valid by accident); then
    the HTTP header, the markup, and last what the bytes look like. Never raises.
    """
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _tidy(body[len(bom) :].decode(encoding, "replace"), [])
    declared = _declared(body, content_type)
    try:
        text = _utf8(body)
    except UnicodeDecodeError:
        return _tidy(*_not_utf8(body, declared))
    notes = []
    if declared and not text.isascii() and codecs.lookup(declared).name not in {"utf-8", "utf-8-sig"}:
        notes.append(f"said to be {declared}, is UTF-8")
    return _tidy(text, notes)


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 3:  # a body cut off in the middle of its last character
            return body[: error.start].decode("utf-8")
        raise


def _declared(body: bytes, content_type: str | None) -> str | None:
    header = Message()
    header["content-type"] = content_type or ""
    candidates = [header.get_content_charset()]
    match = _META_CHARSET.search(body[:4096])
    candidates.append(match[1].decode("ascii", "ignore").lower() if match else None)
    for name in candidates:
        if name:
            name = _AS_BROWSERS_DO.get(name, name)
            try:
                codecs.lookup(name)
            except LookupError:
                continue
            return name
    return None


def _not_utf8(body: bytes, declared: str | None) -> tuple[str, list[str]]:
    stray = body.decode("utf-8", "replace").count("\ufffd")
    multibyte = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", body))
    if multibyte > 4 * stray:  # UTF-8 with a few damaged bytes
        return body.decode("utf-8", "replace"), [f"{stray} damaged characters"]
    if declared and not declared.startswith("utf"):
        return body.decode(declared, "replace"), []
    best = from_bytes(body[:65536]).best()
    encoding = best.encoding if best and not best.encoding.startswith("utf") else "cp1252"
    return body.decode(encoding, "replace"), [f"no usable encoding was declared; read as {encoding}"]


def _tidy(text: str, notes: list[str]) -> tuple[str, list[str]]:
    if any(mark in text for mark in _TWICE_MARKS):
        mended = _TWICE_ENCODED.sub(_once, text)
        if mended != text:
            text, notes = mended, [*notes, "mended text that was encoded twice"]
    return _CONTROL.sub("", text), notes


def _once(match: re.Match[str]) -> str:
    raw = bytearray()
    for char in match[0]:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 255:
                return match[0]
            raw.append(ord(char))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
