"""What the verbs say that a number counts: "declined 44", "picked up 12 of them", "was sent 163"."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claims import errands, guards, lexicon
from extract.claims.errands import FEDERAL_NAMES
from extract.claims.frames import Frame
from extract.claims.leftovers import listed
from extract.claims.nouns import kind_of
from extract.claims.parties import side_of_token
from extract.claims.triggers import FEDERAL, Trigger, negated

MEASURE = {
    "issued": "detainers_issued", "received": "detainers_received", "honored": "detainers_honored",
    "declined": "detainers_declined", "active": "detainers_active",
}  # fmt: skip
NOT_FETCHED, CALLED_BEFORE, NOT_HONORED, PUT_AWAY = "not fetched", "called before", "not honored", "put away"
CAME, AT_LARGE, SO_DONE, LONGER = "came when told", "at large", "done right behind it", "stayed longer"
REQUESTED, TOLD = "requested by ICE", "told ICE"
FIRM = frozenset({NOT_FETCHED, CALLED_BEFORE, NOT_HONORED, PUT_AWAY, CAME, AT_LARGE, SO_DONE, LONGER, REQUESTED, TOLD})
"""Rules of shapes that no sign overrules."""
STAYING = frozenset({"stay", "sit", "linger", "remain", "spend"})
"""What those do who are kept longer on a request."""
DIRECT = ("patient", "shared", "modifier", "subject", "near")
COUNTABLE = {
    "issued": {"detainer", "paper", "time", "bare", "anaphor", "noun"},
    "received": {"detainer", "paper", "bare", "anaphor", "time"},
    "honored": {"detainer", "paper", "person", "time", "bare", "anaphor"},
    "declined": {"detainer", "paper", "person", "time", "bare", "anaphor"},
    "notifications": {"noun", "time", "person", "bare", "anaphor"},
    "transfers": {"person", "bare", "anaphor", "detainer", "time"},
    "releases": {"person", "bare", "anaphor", "detainer"},
    "arrests": {"person", "bare", "anaphor"},
    "removals": {"person", "bare", "anaphor"},
}  # fmt: skip
COMES_OF_NOTICE = frozenset({"act", "respond"})
"""What the federal side does with a notice of a release when it comes for somebody."""
REQUESTS = frozenset(
    [
        *("request", "ask", "seek", "want", "inquire", "hold", "keep", "detain"),
        *("hand", "turn", "transfer", "surrender", "deliver", "give", "release", "relinquish"),
    ]
)
"""What is requested of people, or asked to be done with them."""


@dataclass(frozen=True)
class Reading:
    """One measure of a number: `sure` is how firm the rule is (0 to 1); `needs` says what it rests on still."""

    measure: str
    rule: str
    trigger: Trigger | None = None
    needs: str | None = None
    """`topic`: something of the topic must stand near; `side`: the claimant decides; `context`: the last count does."""


def verbs(frame: Frame) -> list[Reading]:
    kind = frame.kind
    out: list[Reading] = []
    if kind == "bare" and listed(frame):
        return []
    for role in DIRECT:
        for trigger, how in frame.links:
            if how != role or trigger.action == "counted":
                continue
            measure = counts_of(frame, trigger, kind)
            if measure is None or any(measure == r.measure for r in out):
                continue
            needs = "topic" if _loose(trigger, kind) else None
            rule = SO_DONE if _right_behind(frame, trigger) else _rule(frame, measure, trigger)
            if measure == "detainers_declined" and role == "patient" and kind != "person" and _unhonored(trigger):
                rule = NOT_HONORED
            out.append(Reading(measure, rule or f"{role} of {trigger.action}", trigger, needs))
        if out and role in {"modifier", "subject", "near"}:
            break
    if out and (rather := _came_and_was(frame, out[0])) is not None:
        return [rather]
    if firm := [r for r in out if r.rule in FIRM]:
        return firm[:1]
    if out and out[0].rule.startswith("patient"):
        own = [r for r in out if r.rule.startswith("modifier") and r.trigger is not None and not r.trigger.weak]
        if own and (frame.noun is not None or frame.definite) and out[0].trigger is not None and out[0].trigger.weak:
            return own[:1]
        out = [r for r in out if r.rule.startswith(("patient", "shared"))]
    return sorted(out, key=lambda r: r.trigger.token.i if r.trigger is not None else 0)


def _rule(frame: Frame, measure: str, trigger: Trigger) -> str | None:
    """The rule of a shape that no sign overrules."""
    if measure == "releases" and trigger.action != "releases" and guards.unfetched(trigger):
        return NOT_FETCHED
    got = trigger.action == "received" and trigger.token.lemma_ == "get"
    if (trigger.action == "honored" or got) and measure in {"transfers", "releases"}:
        return CAME
    if measure == "detainers_honored" and trigger.token.lemma_.lower() in STAYING:
        return LONGER
    if measure == "arrests" and (trigger.action == "transfers" or trigger.token.lower_ == "re"):
        return AT_LARGE  # "picked up 17 of them on the street"
    if measure == "notifications" and frame.node.dep_ == "pobj" and frame.node.head.lower_ in {"of", "about"}:
        told = [c for v in (trigger.token, frame.node.head.head) for c in v.children if c.i < frame.root.i]
        if any(errands.names_federal(c) and c.dep_ in {"dobj", "dative", "nsubj", "nsubjpass"} for c in told):
            return TOLD
    if measure == "detainers_issued" and trigger.token.lemma_ == "request" and frame.kind == "bare":
        return REQUESTED
    if trigger.action == "declined" and _else_received(trigger):
        return PUT_AWAY
    return CALLED_BEFORE if measure == "notifications" and trigger.action == "releases" else None


def _came_and_was(frame: Frame, came: Reading) -> Reading | None:
    """ "Three came with a warrant and were honored": what was done with those, rather than how they came."""
    trigger = came.trigger
    if trigger is None or trigger.action != "received" or trigger.token.lemma_ not in {"come", "arrive"}:
        return None
    if frame.node.dep_ not in {"nsubj", "nsubjpass"} or frame.node.head.i != trigger.token.i:
        return None
    for entry_of in trigger.token.conjuncts:
        done = next((e for e in lexicon.verbs().get(entry_of.lemma_.lower(), ()) if not e.rest), None)
        passive = any(c.dep_ == "auxpass" for c in entry_of.children)
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in entry_of.children)
        if done is not None and done.action in {"honored", "declined"} and passive and not own:
            what = Trigger(entry_of, done.action, done.weak, negated(entry_of), True)
            measure = counts_of(frame, what, frame.kind)
            return Reading(measure, SO_DONE, what, "topic") if measure is not None else None
    return None


def _right_behind(frame: Frame, trigger: Trigger) -> bool:
    """ "Two honored and 140 declined", "nine refused, 12 honored": a bare participle, and no more of its clause."""
    token, at = trigger.token, (frame.noun or frame.root).i + 1
    if token.i != at or trigger.weak or trigger.action not in {"honored", "declined"} or frame.of_number:
        return False
    if frame.kind not in {"bare", "anaphor", "detainer"} or frame.count.form not in {"digits", "words"}:
        return False
    behind = token.nbor(1) if at + 1 < frame.sentence.end else None
    return behind is None or behind.is_punct or behind.lower_ in {"and", "in", "last", "so", "during", "since", "this"}


def _else_received(trigger: Trigger) -> bool:
    """ "Filed 59 of them in a drawer", "put 12 in the trash": what is filed and put elsewhere is requests."""
    entries = lexicon.verbs().get(trigger.token.lemma_.lower(), ())
    return any(e.action in {"issued", "received"} and not e.rest for e in entries)


def counts_of(frame: Frame, trigger: Trigger, kind: str) -> str | None:
    action, verb = trigger.action, trigger.token.lemma_.lower()
    if action in {"issued", "received", "honored", "declined"} and errands.upon(frame, trigger):
        kind = "detainer"
    if kind == "noun" and frame.partitive and action == "transfers":
        kind = "anaphor"
    if kind == "noun" and action not in {"notifications", "issued"}:
        return None
    if action == "issued" and verb in {"ask", "request"} and trigger.passive and _of_custody(trigger):
        return "detainers_received"
    if action == "issued" and guards.sent_to_subject(trigger) and kind in {"detainer", "bare", "anaphor"}:
        return "detainers_received"
    if guards.told_before(trigger) and kind in {"person", "bare", "anaphor"}:
        return "notifications"
    if action == "issued" and kind == "bare" and guards.asked_about(frame, trigger):
        return None
    if kind == "paper" and (
        frame.node.dep_ not in {"dobj", "nsubjpass", "nsubj", "nummod"} or trigger.token.i > frame.root.i
    ):
        return None
    if action == "notifications" and kind in {"bare", "anaphor", "person"} and not guards.told_of(frame, trigger):
        return None
    if action == "notifications" and (guards.by_federal(trigger) or _told_itself(trigger)):
        return None
    if verb == "flag" and action == "received" and kind == "person":
        return "detainers_received"
    if verb == "take" and trigger.weak and not guards.by_federal(trigger):
        return None
    if kind == "time" and action == "honored" and verb in {"hold", "keep", "detain"}:
        return None
    if action == "notifications" and trigger.negated and frame.count.form in {"digits", "words"}:
        return None
    if action == "removals" and any(t.lower_ in {"before", "previously", "already"} for t in trigger.token.children):
        return None
    if guards.nobody(trigger) and guards.unfetched(trigger) and kind != "detainer":
        return "releases"
    if action == "received" and verb in {"come", "arrive"} and guards.by_federal(trigger):
        return None if kind == "detainer" else "releases" if trigger.negated else "transfers"
    if action == "honored" and verb in STAYING and frame.root.i > trigger.token.i:
        return None  # "stayed an extra day, or two"
    if verb == "get" and action == "received" and kind in {"person", "bare"} and guards.who_asked(trigger):
        return "transfers"
    if verb == "meet" and kind in {"person", "bare", "anaphor"} and guards.at_the_door(trigger):
        return "releases" if trigger.negated else "transfers"
    if verb == "meet" and kind == "person":
        return None
    if verb in {"hold", "house", "keep"} and kind == "person" and guards.capacity(trigger):
        return None
    if verb == "want" and (
        trigger.passive or not any(c.dep_ == "nsubj" and c.lower_ in FEDERAL for c in trigger.token.children)
    ):
        return None
    if verb in lexicon.words("spun") and any(
        t.lower_ in FEDERAL_NAMES for c in trigger.token.children if c.dep_ == "nsubj" for t in c.subtree
    ):
        return "detainers_issued" if kind in {"person", "detainer"} else None
    if verb == "write" and action == "issued" and not (kind == "detainer" or _object(frame, trigger)):
        return None
    if verb == "ask" and kind == "person" and _asked_for(frame, trigger) and guards.by_federal(trigger):
        return "detainers_issued"
    if action == "issued" and kind == "person":
        sought = verb == "seek" and frame.node.dep_ == "dobj" and guards.by_federal(trigger)
        return "detainers_issued" if verb in REQUESTS and (sought or not trigger.weak) else None
    countable = COUNTABLE.get(action, {kind})
    case = kind == "time" and frame.noun is not None and kind_of(frame.noun) == "person" and "person" in countable
    if kind in {"unknown", "foreign"} or not (kind in countable or case):
        return None
    if (
        trigger.weak
        and kind == "person"
        and action not in {"honored", "releases", "transfers", "arrests", "notifications"}
    ):
        return None
    if action == "arrests" and verb == "take" and not trigger.negated and guards.out_of_jail(frame, trigger):
        return "transfers"
    if verb == "pick" and (guards.outside(frame) or any(c.lower_ == "again" for c in trigger.token.children)):
        return "arrests"
    if trigger.negated and frame.count.form not in {"any", "none", "all"}:
        turned = {"honored": "detainers_declined", "declined": "detainers_honored"}
        if guards.unfetched(trigger):
            return "releases"
        return turned.get(action, f"not {action}")
    if action == "honored" and verb in COMES_OF_NOTICE and _by_ice(trigger):
        return "transfers" if not trigger.negated else "releases"
    if action == "honored" and verb in {"hold", "keep", "detain"} and kind == "detainer":
        return "detainers_honored" if frame.node.dep_ == "pobj" and frame.node.head.lower_ in {"on", "under"} else None
    if verb in {"ask", "request", "seek"} and trigger.weak and kind in {"bare", "anaphor"}:
        return "detainers_issued" if verb == "request" and _object(frame, trigger) and _by_ice(trigger) else None
    return MEASURE.get(action, action)


def upon_which(frame: Frame) -> bool:
    """ "Transferred 88 people on 1,351 requests": how many were asked for, not how many went."""
    node = frame.node
    trigger = next((t for t, role in frame.links if role == "patient" and t.action != "counted"), None)
    if frame.kind != "detainer" or trigger is None or node.dep_ != "pobj":
        return False
    if node.head.lower_ not in {"on", "under", "for", "against"}:
        return False
    done = [c for c in trigger.token.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < frame.root.i]
    numbered = any(c.like_num or any(t.dep_ == "nummod" for t in c.lefts) for c in done)
    return numbered and node.head.head.i in {trigger.token.i, *(c.i for c in done)}


def _by_ice(trigger: Trigger) -> bool:
    """ "ICE acted on 47 of the notices": not the officers of a town, who act on detainers."""
    return any(t.lower_ in FEDERAL_NAMES for c in trigger.token.children if c.dep_ == "nsubj" for t in (c, *c.lefts))


def _object(frame: Frame, trigger: Trigger) -> bool:
    """ "In 2023 they wrote 377": a bare number that is the verb's own object, nothing written down."""
    if any(c.dep_ == "prt" for c in trigger.token.children):
        return False
    node = frame.node.head if frame.node.dep_ == "conj" and frame.node.head.like_num else frame.node
    return frame.kind == "bare" and node.dep_ == "dobj" and node.head.i == trigger.token.i


def _asked_for(frame: Frame, trigger: Trigger) -> bool:
    """ "ICE asked for more than 900 people": who is asked for is to be held."""
    head = frame.node.head
    return frame.node.dep_ == "pobj" and head.lower_ == "for" and head.head.i == trigger.token.i


def _unhonored(trigger: Trigger) -> bool:
    """ "They did not comply with 622": a strong verb and its negation."""
    return trigger.action == "honored" and trigger.negated and not trigger.weak


def _told_itself(trigger: Trigger) -> bool:
    """ "The county had been warned twice": who holds people is told, and tells ICE nothing."""
    return trigger.passive and _of_custody(trigger)


def _of_custody(trigger: Trigger) -> bool:
    """ "City police were asked 44 times to keep someone": whoever is asked receives."""
    return any(side_of_token(c) == "custody" for c in trigger.token.children if c.dep_ == "nsubjpass")


def _loose(trigger: Trigger, kind: str) -> bool:
    """Whether verb and noun together could belong to any story ("arrested 12 people")."""
    if kind == "detainer":
        return False
    return trigger.weak or kind in {"person", "bare", "anaphor", "time", "paper"}


def someone(frame: Frame, found: Reading) -> bool:
    """ "One of those who went home", "a sheriff who frees one is one too many": somebody, no count."""
    if frame.count.text.lower() != "one" or found.trigger is None:
        return False
    verb = found.trigger.token
    if verb.tag_ in {"VBZ", "VBP"} or any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children):
        return True
    nameless = (frame.noun is None and frame.whole is None) or frame.kind == "anaphor"
    return nameless and (frame.partitive or not found.rule.startswith(("patient", "shared")))
