"""Jails that go by a name of their own, where no sheriff keeps them."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.agencies.keepers import speaks_of_sheriff
from extract.agencies.sheriffs import jail_name
from extract.model import Mention

_FACILITY = re.compile(r"(?:Jail|Center|Facility|Bureau|House of Corrections?)$")
_REGIONAL = re.compile(r"\bRegional (?:Jail|Detention Center|Correctional (?:Center|Facility))$")
_DETENTION = re.compile(
    r"(?:[A-ZÑ][\w’'-]* )+(?:County|Parish) (?:Adult |Regional |Metro )*"
    r"(?:Detention|Correctional) (?:Center|Facility)"
)
_BARE_JAIL = re.compile(
    r"(?:the|a|its|his|her|their|our)\s+(?:\w+\s+)?(?:jail|lockup|(?:detention|correctional)\s+\w+)", re.I
)


def named(found: list[Mention], text: str) -> list[Mention]:
    """Where no sheriff is spoken of, a county's jail or detention center is whose its name says, and "the jail" is the
    one that goes by a name of its own; a regional jail is no sheriff's in any case."""
    if speaks_of_sheriff(text):
        return _bare(found, [m for m in found if _REGIONAL.search(m.name)])
    found = [replace(m, name=_own_name(m, text)) if "Sheriff" in m.name else m for m in found]
    return _bare(found, [m for m in found if _FACILITY.search(m.name) and _FACILITY.search(m.text)])


def _bare(found: list[Mention], own: list[Mention]) -> list[Mention]:
    """ "The jail" as the first that goes by a name of its own."""
    if not own:
        return found
    return [
        replace(m, name=own[0].name, jurisdiction=own[0].jurisdiction) if _BARE_JAIL.fullmatch(m.text) else m
        for m in found
    ]


def _own_name(mention: Mention, text: str) -> str:
    """A jail's name as it is written, or as its county's jail."""
    if _DETENTION.fullmatch(mention.text):
        return mention.text
    county = re.match(r"(.+ County) Sheriff", mention.name)
    state = (mention.jurisdiction or "").rpartition(", ")[2] or None
    return jail_name(county[1], text, state) if county else mention.name
