"""The agencies and organizations vocabularies, and the official name of what a text calls an agency."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extract import vocabulary
from extract.agencies import keepers

LEVELS = vocabulary.one_of("federal", "state", "county", "city", "court")
AGENCIES = [{"name": str, "level": LEVELS, "aliases": [str], "also?": [str], "jurisdiction?": str}]
ORGANIZATIONS = [{"name": str, "aliases": [str]}]
ICE = "U.S. Immigration and Customs Enforcement"
DHS = "U.S. Department of Homeland Security"
CBP = "U.S. Customs and Border Protection"


@cache
def entries() -> list[dict[str, Any]]:
    """The agencies of vocabulary/agencies.yml."""
    return vocabulary.load("agencies", AGENCIES)


@cache
def organizations() -> list[dict[str, Any]]:
    """The advocacy and research bodies of vocabulary/organizations.yml."""
    return vocabulary.load("organizations", ORGANIZATIONS)


def aliases() -> list[tuple[str, str]]:
    """(alias, official name) of every agency and organization named in the vocabularies."""
    return [(alias, entry["name"]) for entry in [*entries(), *organizations()] for alias in entry["aliases"]]


@cache
def levels() -> dict[str, str]:
    """Official name to `federal`, `state`, `county`, `city`, `court` or `organization`."""
    known = {entry["name"]: entry["level"] for entry in entries()}
    return {**{entry["name"]: "organization" for entry in organizations()}, **known}


@cache
def jurisdictions() -> dict[str, str]:
    """Official name to the agency's own place, where the vocabulary gives it."""
    out = {entry["name"]: entry["jurisdiction"] for entry in entries() if "jurisdiction" in entry}
    federal = {entry["name"]: "United States" for entry in entries() if entry["level"] == "federal"}
    return {**keepers.places(), **out, **federal}


@cache
def by_alias() -> dict[str, str]:
    return {_key(alias): name for alias, name in aliases()} | {
        _key(entry["name"]): entry["name"] for entry in entries()
    }


@cache
def described() -> dict[str, str]:
    """What agencies are called without being named ("the feds"), in lower case, to their official name."""
    return {also.lower(): entry["name"] for entry in entries() for also in entry.get("also", [])}


def known(text: str) -> str | None:
    """The official name of an alias, whatever its quotes, article and possessive."""
    key = _key(text)
    return by_alias().get(key) or described().get(key.lower()) or described().get("the " + key.lower())


def police_name(city: str) -> str:
    """A city's police by their official name: as they are known, else put together."""
    return known(f"{city} Police Department") or f"{city} Police Department"


def _key(text: str) -> str:
    text = re.sub(r"\s+", " ", text.replace("’", "'")).strip()
    return re.sub(r"'s$", "", re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", text))


def level(name: str) -> str:
    """`federal`, `state`, `county`, `city`, `court` or `organization`, by the vocabulary or the shape of the name."""
    if name in levels():
        return levels()[name]
    if re.search(r"\bCourt\b", name):
        return "court"
    if re.search(r"\bCounty\b|Sheriff|Prison|Jail|Detention", name):
        return "county"
    if re.match(r"U\.S\.|Federal", name):
        return "federal"
    return "city" if re.search(r"Police|City|Town|Council|Aldermen|Mayor", name) else "state"
