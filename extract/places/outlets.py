"""What the name of an outlet tells of the place that it writes about."""

from __future__ import annotations

import re

from extract.places.names import STATES, WORD, abbreviation, common_word, not_names

_STATE = re.compile(rf"\b(?:{'|'.join(sorted(STATES, key=len, reverse=True))})\b")
_PAPER = re.compile(
    rf"^(?:The )?(?P<place>{WORD}(?: {WORD}){{0,2}}?) (?:Daily )?(?:Sun|Herald|Globe|Times|Post|News|Gazette"
    rf"|Tribune|Journal|Ledger|Courier|Chronicle|Beacon|Star|Sentinel|Transcript|Record|Register"
    r"|Press|Dispatch|Observer|Independent|Examiner|Telegraph|Patriot|Item|Bee|Mirror|Eagle|Enterprise|Call|Banner"
    r"|Argus|Commons|Current|Pilot|Freeman|Messenger|Bulletin|Signal|Statesman|Almanac|Spectator|Weekly|Wire|Reporter|Review|Monitor|Advocate|Standard|Citizen|Union|Leader|Patch|Voice)\b"
)


_STATION = re.compile(r"[KW][A-Z]{2,3}\b")


_FEDERAL = re.compile(r"Immigration and Customs Enforcement|Homeland Security|\b(?:ICE|DHS|ERO)\b")


def federal(outlet: str | None) -> bool:
    """Whether the federal side publishes a text itself: its dateline is where it has an office."""
    return bool(_FEDERAL.search(outlet or ""))


def local(outlet: str | None) -> str | None:
    """The place in an outlet's name ("Santa Marta Sun"); a station's letters and everyday words are none."""
    match = _PAPER.match(outlet or "")
    if match is None or _STATION.match(match["place"]):
        return None
    place = match["place"]
    first = place.split()[0]
    return None if _STATE.search(place) or first in not_names() or all(map(common_word, place.split())) else place


def state(outlet: str | None) -> str | None:
    """The state in an outlet's name ("Arizona Daily Star"), where nothing else tells it; Washington is no evidence."""
    match = _STATE.search(outlet or "")
    return abbreviation(match[0]) if match and match[0] != "Washington" else None
