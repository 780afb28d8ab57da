"""Chapters of national organizations: "the ACLU of Nevada" counts for itself, and so does "the ACLU" behind it."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.model import Mention
from extract.places.names import STATES

_REGION = r"(?:(?:Northern|Southern|Eastern|Western|Central|Greater) )?"
_OF = re.compile(rf" of {_REGION}(?:{'|'.join(sorted(STATES, key=len, reverse=True))})\b")


def of_states(found: list[Mention], text: str) -> list[Mention]:
    """The mentions with each state's chapter by its own name, and short mentions of it where the text has but one."""
    spelled = {m.start: match for m in found if m.kind == "organization" and (match := _OF.match(text, m.end))}
    if not spelled:
        return found
    out: list[Mention] = []
    names: dict[str, set[str]] = {}
    for mention in found:
        if match := spelled.get(mention.start):
            mention = replace(mention, text=mention.text + match[0], end=match.end())
            names.setdefault(mention.name, set()).add(mention.text)
            mention = replace(mention, name=mention.text)
        out.append(mention)
    only = {national: chapters.pop() for national, chapters in names.items() if len(chapters) == 1}
    return [replace(m, name=only.get(m.name, m.name)) for m in out]
