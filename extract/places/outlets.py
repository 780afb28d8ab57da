"""What the name of an outlet tells of the place that it writes about."""

from __future__ import annotations

import re
from functools import cache

from extract.places.names import STATES, WORD, abbreviation, common_word, known_cities, not_names, words

STATE_NAMED = re.compile(rf"\b(?:{'|'.join(sorted(STATES, key=len, reverse=True))})\b")
PAPERS = (
    r"(?:Sun|Herald|Globe|Times|Post|News|Gazette"
    r"|Tribune|Journal|Ledger|Courier|Chronicle|Beacon|Star|Sentinel|Transcript|Record|Register"
    r"|Press|Dispatch|Observer|Independent|Examiner|Telegraph|Patriot|Item|Bee|Mirror|Eagle|Enterprise|Call|Banner"
    r"|Argus|Commons|Current|Pilot|Freeman|Messenger|Bulletin|Signal|Statesman|Almanac|Spectator|Weekly|Wire"
    r"|Reporter|Review|Monitor|Advocate|Standard|Citizen|Union|Leader|Patch|Voice|Inquirer"
    r"|Clarion|Camera|American|Democrat|Republican|Plain ?[Dd]ealer|Chieftain)"
)
"""What newspapers call themselves."""
_PAPER = re.compile(
    rf"^(?:The )?(?P<place>{WORD}(?: (?:du |de |de la |del )?{WORD}){{0,2}}?) (?:(?:Daily|Weekly|Evening|Morning) )?"
    rf"{PAPERS}\b"
)


_STATION = re.compile(r"[KW][A-Z]{2,3}\b")


_FEDERAL = re.compile(r"Immigration and Customs Enforcement|Homeland Security|\b(?:ICE|DHS|ERO)\b")


def federal(outlet: str | None) -> bool:
    """Whether the federal side publishes a text itself: its dateline is where it has an office."""
    return bool(_FEDERAL.search(outlet or ""))


def local(outlet: str | None) -> str | None:
    """The place in an outlet's name ("Santa Marta Sun"), or of which it is known to write ("Gothamist"); a station's
    letters and everyday words are none."""
    if known := _known(outlet):
        return known.split(", ")[0] if "," in known else None
    match = _PAPER.match(outlet or "")
    if match is None or _STATION.match(match["place"]):
        return None
    place = match["place"]
    first = place.split()[0]
    return None if STATE_NAMED.search(place) or first in not_names() or all(map(common_word, place.split())) else place


def state(outlet: str | None) -> str | None:
    """The state in an outlet's name ("Arizona Daily Star"), that of the well-known city in it ("Boise Weekly"), or of
    which it is known to write ("MinnPost"); Washington is no evidence."""
    if known := _known(outlet):
        return known.rsplit(", ", 1)[-1]
    match = STATE_NAMED.search(outlet or "")
    if match:
        return abbreviation(match[0]) if match[0] != "Washington" else None
    return known_cities().get(local(outlet) or "")


def _known(outlet: str | None) -> str | None:
    """The city or state of which an outlet is known to write: "The Oregonian/OregonLive", "KUOW 94.9"."""
    for name in re.split(r"\s*[/(|,]\s*", outlet or ""):
        bare = name.removeprefix("The ").casefold()
        letters = _STATION.match(name)
        if found := _places().get(bare) or (_places().get(letters[0].casefold()) if letters else None):
            return found
    return None


@cache
def _places() -> dict[str, str]:
    return {name.casefold(): place for place, names in words()["outlets"].items() for name in names}
