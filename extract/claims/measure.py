"""Which measure a number belongs to: from its verbs, its noun, and whose side counts."""

from __future__ import annotations

from spacy.tokens import Token

from extract.claims import acts, errands, guards, leftovers, lexicon, naming, outstanding, pairs, registers, relatives
from extract.claims.acts import AT_LARGE, CAME, DIRECT, NOT_FETCHED, Reading
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.triggers import Trigger, lemma

POPULATION = frozenset({"population", "census", "headcount", "booking", "bookings"})
"""What those with requests may be a share of: "1,730 inmates, about 3.4 percent of the prison population"."""
SUCH = "such people"
"""The rule of people who are like those counted just before."""
MESSAGES = "messages"
"""Calls and letters are notices where notices were counted just before."""


def read(frame: Frame) -> list[Reading]:
    """The measures that the sentence gives the number, best first; empty where it counts nothing of the dispute."""
    if frame.count.form == "share" or frame.count.unit == "percent":
        return _rate(frame)
    if two := pairs.both(frame):
        return two
    if (told := relatives.read(frame)) is not None:
        return [told]
    if nominal := naming.kept_on(frame) or naming.governed(frame):
        return nominal
    if naming.hold_beside(frame):
        return [Reading("detainers_honored", naming.KEPT_ON, None, "topic")]
    if upon := naming.upon_people(frame):
        return upon
    if frame.kind == "detainer" and naming.unanswered(frame):
        return [Reading("detainers_declined", "unanswered")]
    if outstanding.at_large(frame):
        return [Reading("other", AT_LARGE, None, "topic")]
    if errands.asked_to_tell(frame):
        return [Reading("detainers_issued", errands.ASKED, None, "topic")]
    if errands.told(frame):
        return [Reading("notifications", "told ICE", naming.act(frame))]
    if acts.upon_which(frame):
        return [Reading("side", "noun of whole", None, "side")]
    if guards.awaited(frame):
        return [Reading("transfers", CAME, None, "topic")]
    if (waits := outstanding.active(frame)) is not None:
        return [Reading("detainers_active", *waits)]
    if leftovers.in_parentheses(frame):
        return [Reading("context", "in parentheses", None, "context")]
    if frame.kind == "time" and (came := guards.times_come(frame)) is not None:
        return [Reading(came, NOT_FETCHED, None, "topic")]
    if frame.kind == "entry":
        return [Reading("context", registers.RULE, naming.light(frame), "context")]
    if frame.kind == "time" and leftovers.pro_verb(frame):
        return [Reading("context", "happened", None, "context")]
    if frame.kind in {"bare", "anaphor", "person", "detainer"} and leftovers.understood(frame):
        return [Reading("context", "understood", None, "context")]
    if frame.kind == "person" and frame.noun is not None and not naming.act(frame) and _such(frame.noun):
        return [Reading("context", SUCH, naming.light(frame), "context")]
    if frame.noun is not None and lemma(frame.noun) in lexicon.words("messages") and not naming.act(frame):
        return [Reading("context", MESSAGES, naming.light(frame), "context")]
    if any(role == "agent" for _, role in frame.links[:1]) and not _passive_noun(frame):
        return []
    if frame.of_number:
        return naming.of_whole(frame)
    if frame.kind == "noun":
        if guards.other_arrests(frame.noun):
            return []
        if found := naming.own_noun(frame):
            return found
    if (
        frame.node.dep_ == "pobj"
        and frame.node.head.lower_ in naming.REACHED
        and (found := naming.through_subject(frame))
    ):
        return found
    found = acts.verbs(frame)
    if found and not (found[0].rule.startswith("modifier") and relatives.parted(frame)):
        return found if not acts.someone(frame, found[0]) else []
    if found := naming.noun_of(frame) or naming.through_subject(frame):
        return found
    if frame.kind == "detainer":
        return [Reading("side", "noun", naming.light(frame), "side")]
    if leftovers.listed(frame):
        return []
    if frame.kind in {"bare", "anaphor"} and leftovers.remaining(frame):
        return [Reading("context", "remainder", None, "context")]
    if frame.kind in {"bare", "anaphor", "time"} and frame.count.form not in {"all", "any"}:
        return [Reading("context", "ellipsis", naming.light(frame), "context")]
    return []


def _such(noun: Token) -> bool:
    """ "Records give 91 such inmates": those whom the sentence before told of."""
    return any(c.lower_ == "such" for c in noun.lefts)


def asked(frame: Frame, triggers: dict[int, Trigger]) -> Reading | None:
    """What "how many" asks for, where the tree does not tell: the first verb behind it that counts its noun."""
    found = read(frame)
    if found and found[0].measure not in {"context", "side"}:
        return found[0]
    for i in sorted(triggers):
        if (
            i > frame.root.i
            and triggers[i].action != "counted"
            and (what := acts.counts_of(frame, triggers[i], frame.kind))
        ):
            return Reading(what, "asked", triggers[i])
    return found[0] if found and found[0].measure == "side" else None


def _passive_noun(frame: Frame) -> bool:
    return any(role == "modifier" for _, role in frame.links)


def _beside_count(frame: Frame) -> bool:
    """ "1,730 inmates with detainers, about 3.4 percent of the prison population": a share that says as much again."""
    head = frame.node.head
    return (
        frame.node.dep_ == "appos"
        and head.i < frame.node.i
        and kind_of(head) in {"detainer", "person"}
        and any(t.like_num for t in head.lefts)
    )


def _rate(frame: Frame) -> list[Reading]:
    if _beside_count(frame):
        return [Reading("rate", "share beside a count", naming.light(frame), "context")]
    decisive = next(
        (t for t, role in frame.links if t.action not in {"counted", "removals"} and role in {*DIRECT, "agent"}), None
    )
    if frame.whole is not None and kind_of(frame.whole) in {"unknown", "foreign"} and frame.noun is None:
        beside = [t.text for t in frame.before if t.pos_ != "ADV" and t.lower_ not in {"about", "roughly"}][-1:]
        if lemma(frame.whole) in POPULATION and beside == [","]:
            return [Reading("rate", "share beside a count", naming.light(frame), "context")]
        return []
    topical = frame.kind == "detainer" or (frame.whole is not None and kind_of(frame.whole) in {"detainer"})
    if topical or (decisive is not None and frame.kind in {"person", "bare", "anaphor", "detainer", "unknown"}):
        return [Reading("rate", "share", decisive, None if topical else "topic")]
    if frame.kind in {"person", "bare", "anaphor"}:
        return [Reading("rate", "share beside a count", naming.light(frame), "context")]
    return []
