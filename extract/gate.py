"""The gate ahead of the model: why a text is not worth reading, in well under a millisecond.

It errs on the side of reading: one sign of the topic is enough (vocabulary/topic.yml).
"""

from __future__ import annotations

import re
from functools import cache

from extract import vocabulary

SHAPE = {"any_case": [str], "as_written": [str], "english": [str]}
SAMPLE = 3000
"""Characters looked at to tell the language; a topic is searched for in all that the pipeline would read."""
LONGEST = 60_000
_ENGLISH_SHARE = 0.2
_ENDLESS = re.compile(r"[^.!?\n]{20000}")
"""So much without the end of a sentence is no prose; reading it would cost minutes."""
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")


def reason_unread(text: str, title: str | None = None) -> str | None:
    """`empty`, `unreadable`, `not English`, `no sentences`, `off topic`, or None where the text is to be read."""
    sample = text[:SAMPLE]
    if not re.search(r"\w", text):
        return "empty"
    if len(_UNREADABLE.findall(sample)) > len(sample) / 20:
        return "unreadable"
    if not _english(sample):
        return "not English"
    if not (_sign().search(text, 0, LONGEST) or (title and _sign().search(title))):
        return "off topic"
    return "no sentences" if _ENDLESS.search(text, 0, LONGEST) else None


@cache
def _words() -> dict[str, list[str]]:
    return vocabulary.load("topic", SHAPE)


@cache
def _sign() -> re.Pattern[str]:
    any_case, as_written = ("|".join(map(re.escape, _words()[key])) for key in ("any_case", "as_written"))
    return re.compile(rf"(?<!\w)(?:(?i:{any_case})|{as_written})(?!\w)")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_words()["english"])


def _english(sample: str) -> bool:
    """By its function words; a list or a table has few, so a doubtful text goes to the language identifier."""
    words = re.findall(r"[^\W\d_]+", sample.lower())
    share = sum(word in _function_words() for word in words) / max(len(words), 1)
    if share >= _ENGLISH_SHARE or len(words) < 5:
        return True
    import py3langid  # costs a moment to load, and few texts need it

    return py3langid.classify(sample)[0] == "en"
