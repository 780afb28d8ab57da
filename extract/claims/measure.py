"""Which measure a number belongs to: from its verbs, its noun, and whose side counts."""

from __future__ import annotations

from dataclasses import dataclass

from extract.claims import errands, guards, lexicon, outstanding
from extract.claims.errands import FEDERAL_NAMES
from extract.claims.frames import Frame
from extract.claims.nouns import kind_of
from extract.claims.parties import side_of_token
from extract.claims.triggers import FEDERAL, NEGATIONS, Trigger, lemma

MEASURE = {
    "issued": "detainers_issued", "received": "detainers_received", "honored": "detainers_honored",
    "declined": "detainers_declined", "active": "detainers_active",
}  # fmt: skip
MESSAGES = "messages"
"""Calls and letters are notices where notices were counted just before."""
NOT_FETCHED, CALLED_BEFORE = "not fetched", "called before"
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
REQUESTS = frozenset(
    [
        *("request", "ask", "seek", "want", "inquire", "hold", "keep", "detain"),
        *("hand", "turn", "transfer", "surrender", "deliver", "give", "release", "relinquish"),
    ]
)
"""What is requested of people, or asked to be done with them."""

REACHED = frozenset({"from", "to"})
"""What stands before the numbers that something changed from and to: its subject names them, whatever else was done."""


@dataclass(frozen=True)
class Reading:
    """One measure of a number: `sure` is how firm the rule is (0 to 1); `needs` says what it rests on still."""

    measure: str
    rule: str
    trigger: Trigger | None = None
    needs: str | None = None
    """`topic`: something of the topic must stand near; `side`: the claimant decides; `context`: the last count does."""


def read(frame: Frame) -> list[Reading]:
    """The measures that the sentence gives the number, best first; empty where it counts nothing of the dispute."""
    if frame.count.form == "share" or frame.count.unit == "percent":
        return _rate(frame)
    if nominal := _nominal(frame):
        return nominal
    if frame.kind == "detainer" and _unanswered(frame):
        return [Reading("detainers_declined", "unanswered")]
    if (waits := outstanding.active(frame)) is not None:
        return [Reading("detainers_active", *waits)]
    if in_parentheses(frame):
        return [Reading("context", "in parentheses", None, "context")]
    if frame.kind == "entry":
        return [Reading("context", "entries", _light(frame), "context")]
    if frame.kind == "time" and pro_verb(frame):
        return [Reading("context", "happened", None, "context")]
    if frame.kind in {"bare", "anaphor", "person", "detainer"} and _understood(frame):
        return [Reading("context", "understood", None, "context")]
    if errands.to_federal(frame) or errands.dates_told(frame):
        return [Reading("notifications", "told ICE", _act(frame))]
    if frame.noun is not None and lemma(frame.noun) in lexicon.words("messages") and not _act(frame):
        return [Reading("context", MESSAGES, _light(frame), "context")]
    if any(role == "agent" for _, role in frame.links[:1]) and not _passive_noun(frame):
        return []
    if frame.of_number:
        return _denominator(frame)
    if frame.kind == "noun":
        if guards.other_arrests(frame.noun):
            return []
        if found := _noun(frame):
            return found
    if frame.node.dep_ == "pobj" and frame.node.head.lower_ in REACHED and (found := _through_subject(frame)):
        return found
    if found := _verbs(frame):
        return found if not _someone(frame, found[0]) else []
    if found := _noun_of(frame) or _through_subject(frame):
        return found
    if frame.kind == "detainer":
        return [Reading("side", "noun", _light(frame), "side")]
    if listed(frame):
        return []
    if frame.kind in {"bare", "anaphor"} and _remaining(frame):
        return [Reading("context", "remainder", None, "context")]
    if frame.kind in {"bare", "anaphor", "time"} and frame.count.form not in {"all", "any"}:
        return [Reading("context", "ellipsis", _light(frame), "context")]
    return []


def _unanswered(frame: Frame) -> bool:
    """ "complained of 168 'unanswered' detainers": an adjective says what became of them."""
    noun = frame.noun
    if noun is None or noun.i <= frame.root.i:
        return False
    between = noun.doc[frame.root.i + 1 : noun.i]
    return len(between) <= 6 and any(t.lower_ in lexicon.words("unanswered") for t in between)


def _someone(frame: Frame, found: Reading) -> bool:
    """ "One of those who went home", "a sheriff who frees one is one too many": somebody, no count."""
    if frame.count.text.lower() != "one" or found.trigger is None:
        return False
    verb = found.trigger.token
    if verb.tag_ in {"VBZ", "VBP"} or any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children):
        return True
    nameless = (frame.noun is None and frame.whole is None) or frame.kind == "anaphor"
    return nameless and (frame.partitive or not found.rule.startswith(("patient", "shared")))


def _act(frame: Frame) -> Trigger | None:
    return next((t for t, role in frame.links if role in DIRECT and t.action != "counted"), None)


def in_parentheses(frame: Frame) -> bool:
    """ "Las Vegas (51), Nassau County (38)": the number of what stands before it."""
    doc, i = frame.sentence.doc, frame.root.i
    return frame.sentence.start < i < frame.sentence.end - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"


def pro_verb(frame: Frame) -> bool:
    """ "It did that 52 times", "That happened 31 times": what was done stands in the sentence before."""
    verb = frame.node.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma_ in {"happen", "occur"}:
        return any(c.dep_ == "nsubj" and c.lower_ in {"that", "this", "it", "which"} for c in verb.children)
    following = verb.nbor(1).lower_ if verb.i + 1 < frame.sentence.end else ""
    return verb.lemma_ == "do" and following in {"so", "that", "it", "this"}


def _understood(frame: Frame) -> bool:
    """ "Twenty-six were not.", "Eighteen it did not": a denied verb that the sentence before holds."""
    doc, end = frame.sentence.doc, frame.sentence.end
    i = (frame.noun or frame.root).i + 1
    while i < end and (doc[i].pos_ in {"PRON", "DET"} or doc[i].lower_ in {"of", "others", "more"}):
        i += 1
    if i + 1 >= end or doc[i].lower_ not in {"was", "were", "did", "has", "have", "had"}:
        return False
    return doc[i + 1].lower_ in NEGATIONS and (i + 2 >= end or doc[i + 2].is_punct or doc[i + 2].pos_ == "CCONJ")


def _remaining(frame: Frame) -> bool:
    """ "The remaining 56 were divided between two counties"."""
    before = frame.sentence.doc[max(frame.sentence.start, frame.root.i - 2) : frame.root.i]
    return any(t.lower_ == "remaining" for t in before)


def asked(frame: Frame, triggers: dict[int, Trigger]) -> Reading | None:
    """What "how many" asks for, where the tree does not tell: the first verb behind it that counts its noun."""
    found = read(frame)
    if found and found[0].measure not in {"context", "side"}:
        return found[0]
    for i in sorted(triggers):
        if i > frame.root.i and triggers[i].action != "counted" and (what := _measure(frame, triggers[i], frame.kind)):
            return Reading(what, "asked", triggers[i])
    return found[0] if found and found[0].measure == "side" else None


def _denominator(frame: Frame) -> list[Reading]:
    """The 52 of "declined 41 of 52 detainers": as many came in; for people, only what their own participle says."""
    own = [(t, role) for t, role in frame.links if role in {"modifier"} and t.action != "counted"]
    for trigger, _ in own:
        if measure := _measure(frame, trigger, frame.kind):
            return [Reading(measure, "modifier of whole", trigger)]
    return [Reading("side", "noun of whole", None, "side")] if frame.kind in {"detainer", "bare"} else []


def _nominal(frame: Frame) -> list[Reading]:
    """ "the refusal of 44 requests", "compliance with 31 detainers", "the release of 58 inmates with detainers"."""
    noun = frame.noun
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ not in {"of", "with"}:
        return []
    governor = lemma(noun.head.head)
    if frame.kind == "detainer":
        measure = lexicon.nominals().get(governor)
        return [Reading(measure, "noun of", None)] if measure else []
    outcome = lexicon.noun_measures().get(governor) if frame.kind == "person" and noun.head.lower_ == "of" else None
    return [Reading(outcome, "noun of", None, "topic")] if outcome in {"releases", "transfers", "arrests"} else []


def _noun_of(frame: Frame) -> list[Reading]:
    """ "the release of the other 1,106", "the arrest of 24 people"."""
    node = frame.noun if frame.noun is not None else frame.node
    if node.dep_ != "pobj" or node.head.lower_ != "of" or frame.kind not in {"person", "bare", "anaphor"}:
        return []
    told = next((t for t, _ in frame.links if t.action == "notifications" and not t.negated), None)
    if told is not None and lemma(node.head.head) in lexicon.noun_measures():
        return [Reading("notifications", "noun of", told)]
    measure = lexicon.noun_measures().get(lemma(node.head.head))
    return [Reading(measure, "noun of", None, "topic")] if measure else []


def _through_subject(frame: Frame) -> list[Reading]:
    """ "denials fell from 56 to 18", "the number of requests is 240": the subject of a light verb names the measure."""
    if frame.subject is None or frame.kind not in {"bare", "anaphor"}:
        return []
    kind = kind_of(frame.subject)
    if kind == "person" and (held := outstanding.with_detainers(frame.subject, frame.sentence)):
        return [Reading("detainers_active", held, _light(frame))]
    if kind == "noun":
        return [Reading(lexicon.noun_measures()[lemma(frame.subject)], "subject names it", _light(frame), "topic")]
    if lemma(frame.subject) in {"denial", "refusal", "rejection"}:
        return [Reading("detainers_declined", "subject names it", _light(frame))]
    return [Reading("side", "subject", _light(frame), "side")] if kind == "detainer" else []


def listed(frame: Frame) -> bool:
    """ "four for attempted murder and 10 for robbery": a breakdown by crime."""
    after = [t.lower_ for t in frame.sentence.doc[frame.root.i + 1 : min(frame.root.i + 3, frame.sentence.end)]]
    spans = frame.sentence.doc[frame.root.i + 2 : min(frame.root.i + 5, frame.sentence.end)]
    if after[:1] == ["for"] and any(t.ent_type_ == "DATE" for t in spans):
        return False
    if (
        len(after) > 1
        and after[0] == "for"
        and (after[1][:2].isdigit() or after[1] in {"the", "that", "all", "this", "fiscal", "january"})
    ):
        return False
    return bool(after) and after[0] in {"for", "with", "accused", "charged", "convicted", "involving"}


def _passive_noun(frame: Frame) -> bool:
    return any(role == "modifier" for _, role in frame.links)


def _light(frame: Frame) -> Trigger | None:
    return next((t for t, role in frame.links if t.action == "counted" and role != "agent"), None)


def _noun(frame: Frame) -> list[Reading]:
    for trigger, role in frame.links:
        if trigger.action == "notifications" and role in {"patient", "near"}:
            return [Reading("notifications", "notified of", trigger)]
    if frame.noun is None:
        return []
    measure = lexicon.noun_measures()[lemma(frame.noun)]
    if guards.held_by_person(frame):
        return []
    decided = next((t for t, role in frame.links if role in DIRECT), None)
    return [Reading(measure, "noun names it", decided, "topic")]


def _verbs(frame: Frame) -> list[Reading]:
    kind = frame.kind
    out: list[Reading] = []
    if kind == "bare" and listed(frame):
        return []
    for role in DIRECT:
        for trigger, how in frame.links:
            if how != role or trigger.action == "counted":
                continue
            measure = _measure(frame, trigger, kind)
            if measure is None or any(measure == r.measure for r in out):
                continue
            needs = "topic" if _loose(trigger, kind) else None
            out.append(Reading(measure, _rule(measure, trigger) or f"{role} of {trigger.action}", trigger, needs))
        if out and role in {"modifier", "subject", "near"}:
            break
    if firm := [r for r in out if r.rule in {NOT_FETCHED, CALLED_BEFORE}]:
        return firm[:1]
    if out and out[0].rule.startswith("patient"):
        own = [r for r in out if r.rule.startswith("modifier") and r.trigger is not None and not r.trigger.weak]
        if own and frame.noun is not None and out[0].trigger is not None and out[0].trigger.weak:
            return own[:1]
        out = [r for r in out if r.rule.startswith(("patient", "shared"))]
    return sorted(out, key=lambda r: r.trigger.token.i if r.trigger is not None else 0)


def _rule(measure: str, trigger: Trigger) -> str | None:
    """The rule of a shape that no sign overrules."""
    if measure == "releases" and guards.unfetched(trigger):
        return NOT_FETCHED
    return CALLED_BEFORE if measure == "notifications" and trigger.action == "releases" else None


def _measure(frame: Frame, trigger: Trigger, kind: str) -> str | None:
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
    if action == "notifications" and guards.by_federal(trigger):
        return None
    if verb == "take" and trigger.weak and not guards.by_federal(trigger):
        return None
    if kind == "time" and action == "honored" and verb in {"hold", "keep", "detain"}:
        return None
    if action == "notifications" and trigger.negated and frame.count.form in {"digits", "words"}:
        return None
    if action == "removals" and any(t.lower_ in {"before", "previously", "already"} for t in trigger.token.children):
        return None
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
    if action == "issued" and kind == "person":
        return "detainers_issued" if verb in REQUESTS and not trigger.weak else None
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
    if verb == "pick" and guards.outside(frame):
        return "arrests"
    if trigger.negated and frame.count.form not in {"any", "none", "all"}:
        turned = {"honored": "detainers_declined", "declined": "detainers_honored"}
        if guards.unfetched(trigger):
            return "releases"
        return turned.get(action, f"not {action}")
    if action == "honored" and verb in {"hold", "keep", "detain"} and kind == "detainer":
        return "detainers_honored" if frame.node.dep_ == "pobj" and frame.node.head.lower_ in {"on", "under"} else None
    if verb in {"ask", "request", "seek"} and trigger.weak and kind in {"bare", "anaphor"}:
        return None
    return MEASURE.get(action, action)


def _of_custody(trigger: Trigger) -> bool:
    """ "City police were asked 44 times to keep someone": whoever is asked receives."""
    return any(side_of_token(c) == "custody" for c in trigger.token.children if c.dep_ == "nsubjpass")


def _loose(trigger: Trigger, kind: str) -> bool:
    """Whether verb and noun together could belong to any story ("arrested 12 people")."""
    if kind == "detainer":
        return False
    return trigger.weak or kind in {"person", "bare", "anaphor", "time", "paper"}


def _rate(frame: Frame) -> list[Reading]:
    decisive = next(
        (t for t, role in frame.links if t.action not in {"counted", "removals"} and role in {*DIRECT, "agent"}), None
    )
    if frame.whole is not None and kind_of(frame.whole) in {"unknown", "foreign"} and frame.noun is None:
        return []
    topical = frame.kind == "detainer" or (frame.whole is not None and kind_of(frame.whole) in {"detainer"})
    if topical or (decisive is not None and frame.kind in {"person", "bare", "anaphor", "detainer", "unknown"}):
        return [Reading("rate", "share", decisive, None if topical else "topic")]
    if frame.kind in {"person", "bare", "anaphor"}:
        return [Reading("rate", "share beside a count", _light(frame), "context")]
    return []
