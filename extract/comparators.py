"""How exact a number is said to be by the words beside it: "nearly 400", "60 or more"."""

from __future__ import annotations

import re
from functools import cache

from extract.numerals import either, words_of


def read(text: str, start: int, end: int) -> str:
    ahead = _before().search(text[max(0, start - 32) : start])
    mark = "="
    if ahead and not _particle(text[max(0, start - 300) : max(0, start - 32) + ahead.start()], ahead[1].lower()):
        mark = _mark("before").get(re.sub(r"\s+", " ", ahead[1].lower()), "=")
    if mark == "=" and (later := _behind().match(text[end : end + 40])):
        return _mark("behind")[re.sub(r"\s+", " ", (later[1] or later[2]).lower())]
    return mark


def _particle(before: str, word: str) -> bool:
    """Whether `word` belongs to a verb before it ("handed over", "told ICE about")."""
    stems = words_of("particles").get(word)
    if not stems:
        return False
    near = " ".join(before.split()[-5 if word == "about" else -1 :]).lower()
    return any(_forms(stem).search(near) for stem in stems)


@cache
def _forms(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{stem}|{_past(stem)})\w{{0,3}}\b")


def _past(stem: str) -> str:
    irregular = {
        "tell": "told", "give": "gave|given|giving", "bring": "brought", "take": "took|taken|taking", "hold": "held",
        "know": "knew|known", "think": "thought", "write": "wrote|written", "notify": "notifie",
    }  # fmt: skip
    return irregular.get(stem, stem)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)({either(word for words in words_of('before').values() for word in words)})\s*(?:the\s+|an?\s+"
        rf"|all\s+)?$",
        re.I,
    )


@cache
def _behind() -> re.Pattern[str]:
    phrases = [word for words in words_of("behind").values() for word in words]
    tight = [word for word in phrases if word[0] in "-+"]
    loose = [word for word in phrases if word[0] not in "-+"]
    return re.compile(rf"(?:({either(tight)})|,?\s+({either(loose)}))(?!\w)(?!\s+(?:\d|than))", re.I)


@cache
def _mark(where: str) -> dict[str, str]:
    return {word: mark for mark, words in words_of(where).items() for word in words}
