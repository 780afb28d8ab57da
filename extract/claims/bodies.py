"""Public bodies and organizations that the vocabularies do not know, by the shape of their names in the text.

"The commission found": the "Texas Commission on Jail Standards" of three sentences before.
"""

from __future__ import annotations

import re

from extract.claims.reading import Reading

_NOUNS = (
    "Commission|Committee|Board|Bureau|Clearinghouse|Center|Institute|Association|League|Coalition|Project|Archive|Network"
    "|Foundation|Alliance|Society|Auditor|Comptroller|Controller|Ombudsman|Inspector General|Union|Department|Office"
    "|Division|Agency|Authority|Council"
)
_WORD = r"[A-Z][\w&.-]*(?:[’'][a-z]+)?"
_DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|\w+day\b)"
_LINKED = rf"(?: (?:of|on|for)(?: the)? (?!{_DAY}){_WORD}(?: (?:and |& |of |to )?{_WORD})*)"
NAME = re.compile(rf"\b(?P<lead>(?:{_WORD} ){{0,5}}?)(?P<noun>{_NOUNS})\b(?P<rest>{_LINKED}?)")


def full_name(reading: Reading, words: str, before: int) -> str | None:
    """The full name of what "the commission" or "the bureau's" stands for: the last one of that noun before a place."""
    match = re.match(
        r"(?:(?:the|that|this)\s)?(?:[a-z]+\s)?(?P<noun>[A-Za-z]+)(?:[’']s?(?:\s[\w ]+)?)?$", words.strip()
    )
    if match is None:
        return None
    noun = match["noun"].lower()
    names = [m for m in NAME.finditer(reading.text, 0, before) if m["noun"].lower() == noun and _full(m)]
    return _clean(names[-1]) if names else None


def _full(match: re.Match[str]) -> bool:
    return bool(_clean(match) != match["noun"])


def _clean(match: re.Match[str]) -> str:
    return re.sub(r"^(?:The|A|An|In|At|By|But|And|According to(?: the)?)\s", "", match[0]).strip()
