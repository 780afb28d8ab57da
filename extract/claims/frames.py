"""What a number stands for in its sentence: the thing counted, and the verbs it depends on."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from extract.claims import lexicon
from extract.claims.triggers import SUMS, Trigger, lemma
from extract.model import Count

MODIFIERS = frozenset({"nummod", "quantmod", "nmod", "amod", "compound", "det", "predet", "advmod", "npadvmod", "poss"})
PERCENT = frozenset({"percent", "%", "per", "cent", "percentage", "points", "point"})
ANAPHORS = frozenset({"them", "those", "these", "it", "which", "whom", "us", "that"})
PARTS = frozenset(
    {
        "none",
        "half",
        "percent",
        "%",
        "any",
        "one",
        "all",
        "most",
        "some",
        "each",
        "out",
        "many",
        "third",
        "quarter",
        "thirds",
    }
)
MODIFIER_REACH = 14
"""Words within which a relative clause still modifies what is counted."""
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass
class Frame:
    """One number in its sentence.

    `noun` is the counted noun where one is written, `kind` its kind (`detainer`, `person`, `paper`, `time`, `anaphor`,
    `bare` for none, `foreign` for another story's); `whole` is the noun of "41 of the 52 detainers".
    """

    count: Count
    sentence: Span
    root: Token
    node: Token
    noun: Token | None
    kind: str
    whole: Token | None = None
    partitive: bool = False
    """Whether "of" follows ("nine of them", "88 of the 214")."""
    of_number: bool = False
    """Whether it is the whole of another number ("41 of 52")."""
    definite: bool = False
    """Whether it is written as known already ("the 63", "those 31", "all 32")."""
    subject: Token | None = None
    """What the subject of a light verb is about: "requests" of "the number of requests is 240"."""
    links: list[tuple[Trigger, str]] = field(default_factory=list)
    """Triggers with how the number hangs on them: `patient`, `agent`, `modifier`, `subject`, `shared`, `near`."""

    @property
    def counted(self) -> str | None:
        """The counted noun as written, with what stands directly before it."""
        noun = self.noun or self.whole
        if noun is None:
            return None
        left = noun
        while (
            left.i > self.sentence.start
            and left.nbor(-1).dep_ in {"compound", "amod", "nmod"}
            and left.nbor(-1).i > self.root.i
        ):
            left = left.nbor(-1)
        return noun.doc[left.i : noun.i + 1].text


def build(count: Count, doc: Doc, sentence: Span, triggers: dict[int, Trigger]) -> Frame | None:
    """The frame of a number, or None where no token holds it."""
    span = doc.char_span(count.start, count.end, alignment_mode="expand")
    if span is None:
        return None
    if count.unit == "percent":
        end = span.end
        while end < sentence.end and doc[end].lower_ in PERCENT:
            end += 1
        span = doc[span.start : end]
    root = next((t for t in reversed(span) if t.head.i < span.start or t.head.i >= span.end), span.root)
    noun, node = _noun(span, root, sentence)
    frame = Frame(count, sentence, span[-1] if noun is None else root, node, noun, "bare")
    frame.root = span[-1]
    _partitive(frame, span)
    frame.kind = _kind(frame)
    frame.definite = _definite(span)
    _sum(frame)
    _link(frame, span, triggers)
    return frame


def _noun(span: Span, root: Token, sentence: Span) -> tuple[Token | None, Token]:
    """The noun that the number modifies, by the parse, else by what follows it; and the token to climb from."""
    follow = _following_noun(span, sentence)
    head = root.head
    if root.dep_ in MODIFIERS and head.i >= span.end and head.tag_ in NOUNS and head.i < sentence.end:
        if follow is not None and head.i > follow.i and follow.i + 1 < head.i and lemma(follow) in lexicon.kinds():
            return follow, follow
        return head, head
    if follow is not None:
        return follow, follow if follow.head.i != root.i else root
    return None, root


def _following_noun(span: Span, sentence: Span) -> Token | None:
    last: Token | None = None
    for i in range(span.end, min(span.end + 6, sentence.end)):
        token = span.doc[i]
        if token.tag_ in NOUNS or _is_holds(token):
            if token.tag_ in {"NNP", "NNPS"} and last is not None and last.tag_ in {"NNS", "NN"}:
                break
            last = token
        elif (
            token.lower_ in {"percent", "%", "’s", "'s"}
            or token.tag_ in {"JJ", "JJR", "HYPH", "CD"}
            or token.text in {"-", "”", '"'}
        ):
            if last is not None:
                break
        elif token.tag_ in {"VBN", "VBG"} and last is None and i + 1 < sentence.end and span.doc[i + 1].tag_ in NOUNS:
            continue
        else:
            break
    if last is not None and last.i + 1 < sentence.end and last.ent_type_ in {"DATE", "TIME"} and last.tag_ != "NNS":
        return None
    return last


def _is_holds(token: Token) -> bool:
    """ "ICE holds", which the tagger takes for a verb."""
    return (
        token.lower_ == "holds"
        and token.i > 0
        and token.nbor(-1).lower_ in {"ice", "immigration", "federal", "detainer", "civil"}
    )


def _partitive(frame: Frame, span: Span) -> None:
    """Reads "41 of the 52 detainers" and "nine of them": the whole; and whether this number is the whole itself."""
    doc, end = span.doc, span.end
    after = end
    if after < frame.sentence.end and doc[after].lower_ in {"out", "more", "percent", "%"}:
        after += 1
    if frame.noun is None or frame.noun.i > after:
        if after < frame.sentence.end and doc[after].lower_ == "of":
            frame.whole, frame.partitive = _object(doc[after], frame.sentence), True
            frame.noun, frame.node = None, frame.root if frame.noun is not None else frame.node
    elif (
        frame.noun.i + 1 < frame.sentence.end
        and frame.noun.nbor(1).lower_ == "of"
        and lemma(frame.noun) in {"percent", "%", "half", "rest"}
    ):
        frame.whole = _object(frame.noun.nbor(1), frame.sentence)
    start = span.start
    while start > frame.sentence.start and doc[start - 1].lower_ in {
        "the",
        "those",
        "these",
        "its",
        "their",
        "about",
        "some",
        "roughly",
        "all",
    }:
        start -= 1
    of = start - 1
    frame.of_number = (
        of >= frame.sentence.start
        and doc[of].lower_ == "of"
        and (of == frame.sentence.start or doc[of - 1].pos_ == "NUM" or doc[of - 1].lower_ in PARTS)
    )


def _sum(frame: Frame) -> None:
    """ "the roughly 1,300 figure covers detainers lodged": what such a figure is of stands behind its verb or "of"."""
    noun = frame.noun
    if noun is None or lemma(noun) not in SUMS:
        return
    if noun.tag_ in {"NNS", "NNPS"}:
        frame.kind = "foreign"
        return
    frame.kind = "bare"
    for token in noun.doc[noun.i + 1 : min(noun.i + 8, frame.sentence.end)]:
        if token.tag_ in NOUNS and kind_of(token) in {"detainer", "person", "noun"}:
            frame.whole, frame.kind = token, kind_of(token)
            return
        if token.text in {",", ";", "."}:
            return


def _object(of: Token, sentence: Span) -> Token | None:
    """The last noun or pronoun of what "of" governs."""
    found: Token | None = None
    for i in range(of.i + 1, min(of.i + 8, sentence.end)):
        token = of.doc[i]
        if token.tag_ in NOUNS or (token.lower_ in ANAPHORS and found is None):
            found = token
        elif token.lower_ in {"the", "a", "an"} and found is None:
            continue
        elif (
            token.tag_ in {"CD", "JJ", "PRP$", "POS", "RB", "IN", "HYPH"}
            and (found is None or found.tag_ not in NOUNS)
            and token.lower_ not in {"in", "by", "from"}
        ):
            continue
        else:
            break
    return found


def kind_of(token: Token | None) -> str:
    """The kind of thing a noun names: of the lexicon, `foreign`, or `unknown`."""
    if token is None:
        return "bare"
    word = "hold" if _is_holds(token) else lemma(token)
    if word in {"other", "another", "more", "such"} and token.tag_ not in NOUNS:
        return "bare"
    if word in lexicon.noun_measures():
        return "noun"
    kind = lexicon.kinds().get(word) or lexicon.kinds().get(token.lower_)
    if kind == "detainer" and word == "request" and _other_request(token):
        return "foreign"
    if kind:
        return kind
    return "foreign" if word in lexicon.words("foreign") or token.ent_type_ in {"DATE", "TIME", "MONEY"} else "unknown"


def _other_request(token: Token) -> bool:
    near = {token.doc[i].lower_ for i in range(max(token.sent.start, token.i - 2), token.i)}
    later = [t.lower_ for t in token.doc[token.i + 1 : min(token.i + 4, token.sent.end)]]
    return bool(near & lexicon.words("other_requests")) or (
        later[:1] == ["for"] and bool(set(later) & lexicon.words("other_requests"))
    )


def _kind(frame: Frame) -> str:
    if frame.noun is not None:
        kind = kind_of(frame.noun)
        return kind
    if frame.whole is not None:
        return kind_of(frame.whole)
    return "anaphor" if frame.partitive else "bare"


def _definite(span: Span) -> bool:
    i = span.start - 1
    while i > span.sent.start and span.doc[i].lower_ in {
        "roughly",
        "about",
        "other",
        "remaining",
        "more",
        "than",
        "some",
        "least",
        "at",
    }:
        i -= 1
    return (
        i >= 0
        and span.doc[i].lower_ in {"the", "those", "these", "all", "its", "their", "both", "that"}
        and span.doc[i].i >= span.sent.start
    )


def _link(frame: Frame, span: Span, triggers: dict[int, Trigger]) -> None:
    """Finds the triggers the number depends on: up the tree, among its modifiers, through a light verb's subject, near it."""
    current = frame.node
    for _ in range(12):
        parent = current.head
        if parent.i == current.i or not frame.sentence.start <= parent.i < frame.sentence.end:
            break
        if parent.i in triggers:
            trigger = triggers[parent.i]
            role = _role(current, trigger)
            if role == "agent" and not _can_act(frame, current, trigger):
                role = "patient" if trigger.token.i - span.end <= 3 and trigger.action != "counted" else "misread"
            frame.links.append((trigger, role))
            _share(frame, trigger, triggers, current)
        if parent.pos_ == "VERB" or (parent.pos_ == "AUX" and parent.dep_ not in {"aux", "auxpass"}):
            if parent.i in triggers and triggers[parent.i].action == "counted":
                _subject(frame, parent, triggers)
            elif parent.i not in triggers and current.dep_ in {"nsubj", "nsubjpass"}:
                _predicate(frame, parent, triggers)
            if parent.dep_ not in {"csubj", "csubjpass"}:
                break
        current = parent
    if frame.node.i in triggers and frame.noun is not None:
        frame.links.append((triggers[frame.node.i], "modifier"))
    for base in (frame.node, frame.noun, frame.whole):
        if base is not None:
            _modifiers(frame, base, triggers)
    _near(frame, span, triggers)


def _can_act(frame: Frame, subject: Token, trigger: Trigger) -> bool:
    """Requests do nothing themselves, and a bare number that a bare participle follows is done to ("171 not honored")."""
    if frame.kind in {"detainer", "noun", "paper"}:
        return False
    own = any(
        c.dep_ in {"dobj", "prep", "ccomp", "xcomp", "prt"} and c.i > trigger.token.i for c in trigger.token.children
    )
    return own or frame.noun is not None


def _role(child: Token, trigger: Trigger) -> str:
    if child.dep_ == "csubjpass":
        return "patient"
    if child.dep_ in {"nsubj", "csubj"} and child.i < trigger.token.i:
        verb = trigger.token
        if trigger.passive or verb.lemma_.lower() in lexicon.words("counts_its_subject"):
            return "patient"
        if verb.tag_ in {"VBN"} and not any(c.dep_ in {"aux", "dobj"} for c in verb.children):
            return "patient"
        return "agent"
    if child.dep_ in {"advcl", "ccomp", "relcl"} or (child.dep_ == "conj" and child.pos_ == "VERB"):
        return "far"
    return "patient"


def _share(frame: Frame, trigger: Trigger, triggers: dict[int, Trigger], child: Token) -> None:
    """ "received and rejected 15": verbs without objects of their own share the number."""
    others = [t for t in trigger.token.conjuncts if t.i in triggers]
    for other in others:
        own = any(
            c.dep_ in {"dobj", "nsubj", "nsubjpass", "ccomp", "prt", "agent"} and other.i < c.i < child.i
            for c in other.children
        )
        nearer = other.i < trigger.token.i < child.i
        passive_pair = trigger.passive and other.i > trigger.token.i and triggers[other.i].passive
        between = frame.sentence.doc[min(other.i, trigger.token.i) + 1 : max(other.i, trigger.token.i)]
        if (nearer or passive_pair) and not own and len(between) <= 4:
            frame.links.append((triggers[other.i], "shared"))


def _predicate(frame: Frame, verb: Token, triggers: dict[int, Trigger]) -> None:
    """ "six of them were wanted on detainers that the jail had not honored": what the predicate's requests went through."""
    for token in verb.subtree:
        if token.i > frame.root.i and token.i < frame.sentence.end and kind_of(token) == "detainer":
            for child in token.children:
                if child.i in triggers and child.dep_ in {"relcl", "acl"} and triggers[child.i].action != "counted":
                    frame.links.append((triggers[child.i], "modifier"))


def _modifiers(frame: Frame, base: Token, triggers: dict[int, Trigger]) -> None:
    for child in base.children:
        if (
            child.i in triggers
            and child.dep_ in {"acl", "relcl", "amod", "advcl"}
            and 0 < child.i - base.i <= MODIFIER_REACH
        ):
            if any(t.lower_ in {"including", "among"} for t in base.doc[base.i : child.i]):
                continue
            frame.links.append((triggers[child.i], "modifier"))
            for more in child.conjuncts:
                if (
                    more.i in triggers
                    and more.i > child.i
                    and not any(c.dep_ in {"nsubj", "dobj"} for c in more.children)
                ):
                    frame.links.append((triggers[more.i], "modifier"))


def _subject(frame: Frame, verb: Token, triggers: dict[int, Trigger]) -> None:
    """ "the requests it received numbered 19": what the subject of a light verb says."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "csubj"} and child.i != frame.node.i:
            frame.subject = _thing(child)
            for token in child.subtree:
                if token.i in triggers and triggers[token.i].action != "counted":
                    frame.links.append((triggers[token.i], "subject"))
        elif child.dep_ == "dobj" and child.i < frame.node.i and lemma(child) in SUMS:
            frame.subject = _thing(child)
            frame.links += [
                (triggers[t.i], "subject")
                for t in child.subtree
                if t.i in triggers and triggers[t.i].action != "counted"
            ]


def _thing(subject: Token) -> Token:
    """The noun behind "the number of", else the subject itself."""
    if lemma(subject) in SUMS or lemma(subject) in {"answer", "rest", "share"}:
        for token in subject.subtree:
            if token.i > subject.i and kind_of(token) in {"detainer", "person", "noun"}:
                return token
    return subject


def _near(frame: Frame, span: Span, triggers: dict[int, Trigger]) -> None:
    """The nearest trigger by position, where the tree gave none: before the number, or a participle after its noun."""
    misread = any(role == "misread" for _, role in frame.links)
    frame.links = [(t, role) for t, role in frame.links if role != "misread"]
    if any(role in {"patient", "modifier", "subject", "shared"} and t.action != "counted" for t, role in frame.links):
        return
    before = span.start - 1
    if before >= frame.sentence.start and before in triggers and triggers[before].token.tag_ == "NNS":
        frame.links.insert(0, (triggers[before], "patient"))
        return
    doc = span.doc
    end = (frame.noun or frame.whole or span[-1]).i + 1
    for i in range(end, min(end + 4, frame.sentence.end)):
        if (
            doc[i].text in {",", ";", ".", ":"}
            or doc[i].pos_ == "NUM"
            or doc[i].lower_ in {"that", "who", "which", "had", "have", "has", "and"}
        ):
            break
        if i in triggers and triggers[i].action != "counted" and doc[i].tag_ in {"VBN", "VBD", "NN", "JJ"}:
            frame.links.append((triggers[i], "near"))
            return
    for i in range(span.start - 1, max(span.start - 9, frame.sentence.start - 1), -1):
        if doc[i].text in {";", ".", ":", "”", "“"} or (doc[i].pos_ == "NUM" and doc[i].ent_type_ != "DATE"):
            break
        if i in triggers and (misread or triggers[i].action != "counted"):
            frame.links.append((triggers[i], "near"))
            return
