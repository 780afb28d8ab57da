"""Who a source is: "Amundsen", "she", "the sheriff" and "the department" taken back to a name through the article.

Each reference resolves to the last compatible person or body before it. No model of coreference: what is not plain
stays with the words of the text, and an unnamed spokesperson stays with the agency.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extract.attribution import called
from extract.attribution.parse import Parse
from extract.attribution.past import Past, Speaker
from extract.attribution.people import People, Person
from extract.attribution.vocabulary import Vocabulary
from extract.letters import addressed
from extract.model import Mention, Official
from extract.placed import Placed

_BODIES = ("agency", "organization")
_HE, _SHE = frozenset(["he", "him", "his", "himself"]), frozenset(["she", "her", "hers", "herself"])
_WE = frozenset(["i", "we", "me", "my", "our", "us", "you", "your"])
_THEY = frozenset(["it", "they", "its", "their", "them"])
_GIVING = frozenset(
    ["give", "provide", "release", "share", "supply", "publish", "send", "issue", "compile", "keep", "file"]
)
_FROM = re.compile(r"^From:[ \t]+([^\n,|<]{4,60})", re.MULTILINE)


class Cast(Past):
    """The people and bodies of one article, and the way from a source to one of them."""

    def __init__(
        self, parse: Parse, officials: list[Official], mentions: list[Mention], vocabulary: Vocabulary
    ) -> None:
        self.vocabulary = vocabulary
        kinds = (*_BODIES, "document", "outlet")
        self.mentions = sorted((m for m in mentions if m.kind in kinds), key=lambda m: m.start)
        self.bodies = [m for m in self.mentions if m.kind in _BODIES]
        self._placed = Placed(self.mentions)
        super().__init__(parse, People(parse, officials, vocabulary, [(m.start, m.end) for m in self.mentions]))
        self.bodies = sorted([*self.bodies, *self._groups()], key=lambda m: m.start)
        self._told = [(o.text, o) for o in officials if o.text]

    def _groups(self) -> list[Mention]:
        """Organizations that only the model named, by their last word: "Quill Immigrant Alliance"."""
        parse, found = self.parse, []
        for token, entity in enumerate(parse.ent):
            ends = token + 1 == len(parse) or parse.ent[token + 1] != "ORG"
            if entity == "ORG" and ends and parse.lower[token] in self.vocabulary.words["groups"]:
                first = token
                while first and parse.ent[first - 1] == "ORG" and parse.line[first - 1] == parse.line[token]:
                    first -= 1
                start, end = parse.start[first], parse.end[token]
                if first < token and not self._placed.over(start, end):
                    name = _article(parse.text[start:end])
                    found.append(Mention(parse.text[start:end], start, end, "organization", name))
        return found

    def labelled(self, start: int, end: int) -> str | None:
        """Whom the label at characters `start`..`end` names: `official`, `person`, `body`, or None for nobody known."""
        if any(m.end <= end + 1 for m in self._placed.over(start, end)):
            return "body"
        label = self.parse.text[start:end]
        person = self.people.named(_cased(self.people.bare(label)))
        if person is None:
            return None
        if person.agency or person.roles - self.vocabulary.words["parts"]:
            return "official"
        return "official" if self.people.title(label.split()[0]) else "person"

    def resolve(self, head: int, first: int, last: int) -> Speaker:
        """The speaker behind the source tokens `first`..`last` whose head noun is `head`."""
        parse = self.parse
        at, word = parse.start[head], parse.lower[head]
        if word in ("a", "answer", "q", "question") and parse.lower[head + 1 : head + 2] == [":"]:
            return self._interviewed(at) if word in ("a", "answer") else Speaker(None, None, named=False)
        if word in _HE or word in _SHE or word == "who":
            return self._pronoun("m" if word in _HE else "f" if word in _SHE else None, head)
        if word in _THEY:
            return self._body(self._last_body(at)) or Speaker(parse.words(first, last), None, named=False)
        if word in _WE:
            return self._author()
        person = self._named(head, first, last)
        if person is not None:
            return Speaker(person.name, "person", person.agency)
        return self._described(head, first, last)

    def _author(self) -> Speaker:
        """Who says "I" outside of quotation marks: in a letter, whoever it is from; in an article, nobody by name."""
        found = _FROM.search(self.parse.text)
        name = self.people.bare(found.group(1)) if found else ""
        person = self.people.named(name) or (self.people.introduce(name.split()[-1]) if name else None)
        return Speaker(person.name, "person", person.agency) if person else Speaker(None, None, named=False)

    def _interviewed(self, at: int) -> Speaker:
        """Whoever answers in an interview: the official named last before it."""
        parts = self.vocabulary.words["parts"]
        fitting = [p for p in self.people.everybody if (p.agency or p.roles - parts) and p.places and p.places[0] < at]
        person = max(fitting, key=lambda p: p.places[bisect_left(p.places, at) - 1], default=None)
        return Speaker(person.name, "person", person.agency) if person else Speaker(None, "person", named=False)

    # ---- by name

    def _named(self, head: int, first: int, last: int) -> Person | None:
        """A person whose name stands in the source itself, or in its apposition."""
        parse, people = self.parse, self.people
        while (following := self._after_title(head)) is not None:
            head, last = following, max(last, following)
        tokens = [t for t in range(max(first, head - 4), min(last, head + 4) + 1) if parse.ent[t] == "PERSON"]
        proper = parse.pos[head] == "PROPN" or parse.words(head, head).isupper()
        if tokens and (parse.ent[head] == "PERSON" or proper):
            run = [t for t in tokens if parse.line[t] == parse.line[head]] or [head]
            found = people.named(people.bare(_cased(parse.words(run[0], run[-1]))))
            if found is not None:
                return found
        if proper and not self._mention(head, head):
            name = _cased(people.bare(parse.words(_hyphenated(parse, head), head)))
            found = people.named(name) or people.introduce(name)
            if found is not None:
                return found
        if parse.lower[head] in self.vocabulary.words["persons"]:
            introduced = self._introduced(head) or self._told_after(head)
            if introduced is not None:
                return introduced
        for kid in parse.kids[head]:
            part = parse.child(kid, "oprd") if parse.lemma[kid] in ("name", "call", "identify") else kid
            if part is not None and parse.dep[part] in ("appos", "oprd") and parse.pos[part] == "PROPN":
                text = people.bare(parse.words(_hyphenated(parse, part), part))
                found = people.named(text) or people.introduce(text)
                if found is not None or part != kid:
                    return found or Person(text)
        return None

    def _introduced(self, head: int) -> Person | None:
        """The name after a role and a comma: "a spokesman, Maj. Curt Delaney"."""
        parse, first = self.parse, head + 2
        if parse.lower[head + 1 : first] != [","] or first >= len(parse) or parse.pos[first] != "PROPN":
            return None
        last = first
        while (
            last + 1 < len(parse)
            and last - first < 6
            and (parse.pos[last + 1] == "PROPN" or parse.lower[last + 1] in (".", "-"))
        ):
            last += 1
        name = self.people.bare(parse.words(first, last).strip(". "))
        if len(name.split()) < 2 or self._mention(first, last):
            return None
        return self.people.named(name) or self.people.introduce(name.split()[-1])

    def _told_after(self, head: int) -> Person | None:
        """The official told of in the words from `head` on: "A spokeswoman for ICE's Erie office, Lou Trent"."""
        text, at, end = self.parse.text, self.parse.start[head], self.parse.end[head]
        for told, official in self._told:
            if official.start > end and text[at:end] in told and max(0, official.end - len(told)) <= at:
                return self.people.named(official.name) if text.endswith(told, 0, official.end) else None
        return None

    def _after_title(self, head: int) -> int | None:
        """The name after a title that the parser took for one: "Sgt. Pia Lundqvist", cut after the point or not."""
        parse, following = self.parse, head + 1
        if not self.people.title(parse.lower[head]) or parse.pos[head] != "PROPN":
            return None
        if following < len(parse) and parse.lower[following] == ".":
            following += 1
        return following if following < len(parse) and parse.pos[following] == "PROPN" else None

    # ---- by kind

    def _described(self, head: int, first: int, last: int) -> Speaker:
        """A source by its kind: a role, a document, a body."""
        parse, words = self.parse, self.vocabulary.words
        at, text, lemma = parse.start[first], parse.words(first, last), parse.lemma[head].lower()
        mention = self._mention(first, last)
        definite = parse.lower[first] in ("the", "that", "this") or parse.tag[first] == "PRP$"
        if lemma in words["persons"] or parse.lower[head] in words["persons"]:
            alone = first == last or parse.pos[first] == "PROPN"  # a headline's "Sheriff says"
            if (definite or alone) and parse.tag[head] in ("NN", "NNP") and mention is None:
                person = self.people.with_role(parse.lower[head], at)
                if person is not None:
                    self.pronouns.append((at, person))  # "the sheriff" may be meant by the next "he"
                    return Speaker(person.name, "person", person.agency)
            return self._unnamed(text, mention, at)
        if lemma in words["documents"] or parse.lower[head] in words["documents"]:
            owner = self._owner(lemma, at) if definite and lemma in words["statements"] else None
            if owner is not None:
                return owner
            giver = self._giver(head)
            if giver is not None:
                return giver
            if mention is not None and addressed(parse.text, parse.end[head], mention.start):
                mention = None
            if mention is not None and {lemma, parse.lower[head]} & (words["counts"] | words["statements"]):
                return Speaker(mention.name, mention.kind)
            return Speaker(_article(parse.words(first, self._described_to(head, last))), "document")
        if mention is not None:
            return Speaker(mention.name, mention.kind)
        named = any(parse.pos[t] == "PROPN" for t in range(first, last + 1))
        if (lemma in words["bodies"] or lemma in words["groups"]) and definite and not named:
            body = self._body(called.field_office(self, text, at) or called.body(self, lemma, at))
            if body is not None:
                return body
        kinds = {"ORG": "organization", "PERSON": "person"}
        a_body = named and lemma in words["bodies"] | words["groups"]  # whatever the model takes its name for
        kind = "organization" if a_body else kinds.get(parse.ent[head]) if named else None
        return Speaker(_article(text), kind, named=named)

    def _described_to(self, head: int, last: int) -> int:
        """The end of what says which documents they are: "records obtained by the Ledger"."""
        ends = [self.parse.right[kid] for kid in self.parse.children(head, "acl") if kid > head]
        return max(last, *ends) if ends and max(ends) - head <= 8 else last

    def _giver(self, head: int) -> Speaker | None:
        """Whose figures or letter it is: "figures she gave", "data from ICE", "the sheriff's own numbers"."""
        parse = self.parse
        if head and parse.lower[head - 1] in ("its", "their"):
            return self._body(self._last_body(parse.start[head]))
        for kid in parse.kids[head]:
            owner: int | None = None
            if parse.dep[kid] == "relcl" and parse.lemma[kid] in _GIVING:
                owner = parse.child(kid, "nsubj")
            elif parse.dep[kid] == "acl" and parse.lemma[kid] in _GIVING:
                agent = parse.child(kid, "agent", "prep")
                given = agent is not None and parse.lower[agent] in ("by", "from")
                owner = parse.child(agent, "pobj") if given and agent is not None else None
            elif parse.dep[kid] == "prep" and parse.lower[kid] in ("from", "by"):
                owner = parse.child(kid, "pobj")
            elif parse.dep[kid] == "poss":
                owner = kid
            if owner is not None and parse.lower[owner] not in ("that", "which", "their", "they"):
                speaker = self.resolve(owner, parse.left[owner], parse.right[owner])
                if speaker.kind in ("person", *_BODIES):
                    return speaker
        return None

    def _unnamed(self, text: str, mention: Mention | None, at: int) -> Speaker:
        """ "ICE officials", "a spokesman": the body that they speak for, else their own words."""
        if mention is not None and mention.kind in _BODIES:
            return Speaker(mention.name, mention.kind, named=False)
        modifier = re.search(
            r"(?i)\b(agency|department|police|county|city|jail|office)(?:[’']s)?\s+(?:spokes\w+|officials?)$", text
        )
        if modifier:
            body = self._body(called.body(self, modifier[1].lower(), at))
            if body is not None:
                return replace(body, named=False)
            if called.LOCAL.fullmatch(modifier[1]):  # "a police spokeswoman" is not of ICE, named before
                return Speaker(_article(text), None, named=False)
        if re.fullmatch(r"(?i)(?:an?\s+)?(?:[a-z]+\s+)?(?:spokes\w+|representative)", text):
            body = self._speaking(at) or self._body(self._last_body(at))
            if body is not None:
                return Speaker(body.name, body.kind, named=False)
        return Speaker(_article(text), None, named=False)

    def _speaking(self, at: int) -> Speaker | None:
        """The body that spoke last in a paragraph, whose spokesman goes on, whomever it spoke of ("ICE said the jail
        let 40 go. A spokesman put it right"); none where the sentence itself names a body before him."""
        line, last = self._line_at(at), self._last_body(at)
        if last is not None and self._sentence_at(last.start) == self._sentence_at(at):
            return None
        spoke = next((s for place, _, s in reversed(self.spoken) if place < at and self._line_at(place) == line), None)
        return spoke if spoke is not None and spoke.kind in _BODIES else None

    def _mention(self, first: int, last: int) -> Mention | None:
        start, end = self.parse.start[first], self.parse.end[last]
        inside = self._placed.over(start, end)
        return min(inside, key=lambda m: (m.kind not in _BODIES, -(m.end - m.start)), default=None)

    def _last_body(self, at: int) -> Mention | None:
        return next((m for m in reversed(self.bodies) if m.start < at), None)

    def _body(self, mention: Mention | None) -> Speaker | None:
        return Speaker(mention.name, mention.kind) if mention is not None else None

    def _owner(self, lemma: str, at: int) -> Speaker | None:
        """ "the statement said": whoever last spoke in one; an opinion is its judge's."""
        for place, words, speaker in reversed(self.spoken):
            if place < at and speaker.kind != "document" and re.search(rf"(?i)\b{re.escape(lemma)}s?\b", words):
                return speaker
        return None


def _hyphenated(parse: Parse, token: int) -> int:
    """The first token of a name written with hyphens: "Benitez-Lowe" is three tokens."""
    while token > 1 and parse.lower[token - 1] == "-" and parse.end[token - 1] == parse.start[token]:
        token -= 2
    return token


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name


def _article(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+|[’']s?$", "", text.strip(), flags=re.IGNORECASE)
