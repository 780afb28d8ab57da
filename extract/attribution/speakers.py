"""Who a source is: "Amundsen", "she", "the sheriff" and "the department" taken back to a name through the article.

People are known by the officials and PERSON entities of the text, bodies by the agencies found in it. Each reference
resolves to the last compatible one before it, and to the first after it where nothing stands before. No model of
coreference: what is not plain stays with the words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary
from extract.model import Mention, Official

_PERSON_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "who", "himself", "herself"])
_MALE = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "mr.",
        "mr",
        "sir",
        "man",
        "spokesman",
        "councilman",
        "chairman",
        "congressman",
        "father",
        "alderman",
        "pastor",
        "priest",
    ]
)
_FEMALE = frozenset(
    [
        "she",
        "her",
        "hers",
        "herself",
        "mrs.",
        "mrs",
        "ms.",
        "ms",
        "miss",
        "madam",
        "woman",
        "spokeswoman",
        "councilwoman",
        "chairwoman",
        "congresswoman",
        "mother",
        "alderwoman",
    ]
)
_SPOKES = re.compile(
    r"\b(spokes(?:man|woman|person|people)|representative|official|officials|attorney|attorneys|lawyer|press (?:aide|secretary))\b",
    re.I,
)
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|rev|sgt|lt|capt|gov|sen|rep|col|gen|hon|the)\b\.?\s+", re.I)


@dataclass(frozen=True)
class Speaker:
    """A resolved source: name, kind of speaker and, for people, whom they speak for."""

    name: str | None
    kind: str | None
    agency: str | None = None


@dataclass
class _Person:
    name: str
    places: list[int]
    words: set[str] = field(default_factory=set)
    """Role words that stand with the name: "sheriff", "commissioner"."""
    agency: str | None = None
    gender: str | None = None


class Cast:
    """The people and bodies of one article, and the way from a source span to one of them."""

    def __init__(
        self, parse: Parse, officials: list[Official], mentions: list[Mention], vocabulary: Vocabulary
    ) -> None:
        self.parse, self.vocabulary = parse, vocabulary
        self.people: dict[str, _Person] = {}
        self.mentions = sorted(
            (m for m in mentions if m.kind in ("agency", "organization", "document", "outlet")), key=lambda m: m.start
        )
        self.spoken: list[tuple[int, str, Speaker]] = []
        """Speakers so far: character position, the words of their cue clause, who it was."""
        self._meet_officials(officials)
        self._meet_entities()

    # ---- who is in the article

    def _meet_officials(self, officials: list[Official]) -> None:
        for official in officials:
            person = self.people.setdefault(official.name, _Person(official.name, []))
            person.places.append(official.start)
            person.agency = person.agency or official.agency
            if official.role:
                person.words.update(re.findall(r"\w+", official.role.lower()))

    def _meet_entities(self) -> None:
        parse = self.parse
        spans = []
        token = 0
        while token < len(parse):
            if parse.ent[token] == "PERSON":
                last = token
                while (
                    last + 1 < len(parse)
                    and parse.ent[last + 1] == "PERSON"
                    and parse.pos[last + 1] != "SPACE"
                    and "\n" not in parse.words(last, last + 1)
                ):
                    last += 1
                spans.append((token, last))
                token = last
            token += 1
        spans.sort(key=lambda s: -(s[1] - s[0]))
        for first, last in spans:
            name = _bare(parse.words(first, last))
            if not name or not name[0].isupper():
                continue
            known = self._by_name(name)
            if known is None:
                known = self.people.setdefault(name, _Person(name, []))
            known.places.append(parse.start[first])
            self._learn(known, first, last)
        for person in self.people.values():
            person.places.sort()

    def _learn(self, person: _Person, first: int, last: int) -> None:
        """Role words before the name ("Sheriff Walt Amundsen") and in its apposition."""
        parse, roles = self.parse, self.vocabulary.words["persons"]
        near = [t for t in range(max(0, first - 4), first) if parse.pos[t] in ("NOUN", "PROPN")]
        head = last
        for kid in parse.kids[head]:
            if parse.dep[kid] in ("appos", "compound", "nmod"):
                near.extend(range(parse.left[kid], min(parse.right[kid], parse.left[kid] + 12) + 1))
        if parse.dep[head] == "appos":
            top = parse.head[head]
            near.append(top)
            near.extend(k for k in parse.kids[top] if parse.dep[k] == "compound")
        for token in near:
            word = parse.lower[token]
            if word in roles and "\n" not in parse.text[parse.end[token] : parse.start[first]]:
                person.words.add(word)
            if word in _MALE:
                person.gender = "m"
            elif word in _FEMALE:
                person.gender = "f"
        before = parse.lower[first - 1] if first else ""
        if before in _MALE or parse.lower[first] in _MALE:
            person.gender = "m"
        elif before in _FEMALE or parse.lower[first] in _FEMALE:
            person.gender = "f"

    def _by_name(self, name: str) -> _Person | None:
        """A person whose full name ends in, or equals, `name`; the longest name wins."""
        wanted = name.lower().split()
        best: _Person | None = None
        for person in self.people.values():
            words = person.name.lower().replace(",", "").split()
            if words == wanted:
                return person
            if len(wanted) < len(words) and (
                words[-len(wanted) :] == wanted
                or (
                    len(wanted) == 1
                    and wanted[0]
                    in (words[0], words[-2 if words[-1] in ("jr.", "sr.", "jr", "sr", "ii", "iii") else -1])
                )
            ):
                if best is None or len(words) > len(best.name.split()):
                    best = person
            elif len(wanted) > 1 and len(words) > len(wanted) and wanted[0] == words[0] and wanted[-1] == words[-1]:
                best = person
        return best

    def known(self, start: int, end: int) -> bool:
        """Whether the characters `start`..`end` name a person or body of the article."""
        if any(m.start < end and m.end > start and m.end <= end + 1 for m in self.mentions):
            return True
        name = self.parse.text[start:end]
        return self._by_name(name.title() if name.isupper() and len(name) > 3 else name) is not None

    # ---- from the source to the speaker

    def resolve(self, head: int, first: int, last: int) -> Speaker:
        """The speaker behind the source tokens `first`..`last` whose head noun is `head`."""
        parse = self.parse
        at = parse.start[first]
        word = parse.lower[head]
        if word in _PERSON_PRONOUNS:
            return self._pronoun(word, at)
        if word in ("it", "they", "its", "their", "them"):
            return self._body_before(at) or Speaker(parse.words(first, last), None)
        if word in ("i", "we", "me", "my", "our", "us", "you"):
            return Speaker(None, None)
        person = self._named(head, first, last)
        if person is not None:
            return Speaker(person.name, "person", person.agency)
        return self._described(head, first, last)

    def note(self, at: int, words: str, speaker: Speaker) -> None:
        """Remember who spoke at character `at`, with the words of the sentence ("in a statement")."""
        self.spoken.append((at, words, speaker))

    def _named(self, head: int, first: int, last: int) -> _Person | None:
        """A person whose name stands in the source itself."""
        parse = self.parse
        tokens = [t for t in range(first, last + 1) if parse.ent[t] == "PERSON"]
        if parse.ent[head] == "PERSON" or (tokens and parse.pos[head] == "PROPN"):
            run = [t for t in tokens if abs(t - head) <= 4] or [head]
            name = _bare(parse.words(run[0], run[-1]))
            person = self._by_name(name) or self._by_name(parse.words(head, head))
            if person is not None:
                return person
        if parse.pos[head] == "PROPN" or parse.text[parse.start[head]].isupper():
            name = parse.words(head, head)
            found = self._by_name(name.title() if name.isupper() and len(name) > 3 else name)
            if found is not None and not self._mention(first, last, only_head=head):
                return found
        # "ICE spokeswoman Renata Oduya", "a judge, Miriam Castellane": the name in an apposition
        for kid in parse.kids[head]:
            if parse.dep[kid] == "appos" and parse.ent[kid] == "PERSON":
                return self._by_name(_bare(parse.words(kid, kid)))
        return None

    def _described(self, head: int, first: int, last: int) -> Speaker:
        """A source by its kind: a role, a body, a document."""
        parse, words = self.parse, self.vocabulary.words
        at, text, lemma = parse.start[first], parse.words(first, last), parse.lemma[head].lower()
        mention = self._mention(first, last, only_head=None)
        definite = parse.lower[first] in ("the", "that", "this") or parse.tag[first] == "PRP$"
        if lemma in words["persons"] or parse.lower[head] in words["persons"]:
            if definite and parse.tag[head] in ("NN", "NNP"):
                person = self._by_role(parse.lower[head], at, text)
                if person is not None:
                    return Speaker(person.name, "person", person.agency)
            return self._unnamed(text, mention, at)
        if lemma in words["documents"]:
            owner = self._statement(lemma, at) if definite else None
            if owner is not None:
                return owner
            if (
                mention is not None
                and parse.lower[head] not in mention.text.lower()
                and lemma in ("data", "figure", "statistic", "number", "record", "statement")
            ):
                return Speaker(mention.name, mention.kind)
            return Speaker(_article(text), "document")
        if mention is not None:
            return Speaker(mention.name, mention.kind)
        if lemma in words["bodies"] and definite:
            body = self._body(lemma, at)
            if body is not None:
                return body
        if parse.pos[head] == "PROPN":
            kind = "organization" if parse.ent[head] == "ORG" else "person" if parse.ent[head] == "PERSON" else None
            return Speaker(_article(text), kind)
        return Speaker(_article(text), None)

    def _unnamed(self, text: str, mention: Mention | None, at: int) -> Speaker:
        """ "ICE officials", "a spokesman": the body that they speak for, else their own words."""
        if mention is not None:
            return Speaker(mention.name, mention.kind)
        if _SPOKES.search(text) and re.match(r"(?i)an?\b", text):
            body = self._last_mention(at)
            if body is not None:
                return Speaker(body.name, body.kind)
        return Speaker(_article(text), None)

    def _mention(self, first: int, last: int, only_head: int | None) -> Mention | None:
        start, end = self.parse.start[first], self.parse.end[last]
        if only_head is not None:
            start, end = self.parse.start[only_head], self.parse.end[only_head]
        inside = [m for m in self.mentions if m.start < end and m.end > start]
        return min(inside, key=lambda m: (m.kind not in ("agency", "organization"), -(m.end - m.start)), default=None)

    def _by_role(self, role: str, at: int, text: str) -> _Person | None:
        fitting = [p for p in self.people.values() if role in p.words]
        if not fitting:
            return None
        return max(fitting, key=lambda p: self._nearness(p, at))

    def _nearness(self, person: _Person, at: int) -> tuple[int, int]:
        """Last place before `at` counts most; else the first after it."""
        index = bisect_right(person.places, at)
        if index:
            return 1, person.places[index - 1]
        return 0, -person.places[0] if person.places else -len(self.parse.text)

    def _pronoun(self, word: str, at: int) -> Speaker:
        gender = "m" if word in _MALE else "f" if word in _FEMALE else None
        best: tuple[float, _Person] | None = None
        for person in self.people.values():
            if gender and person.gender and person.gender != gender:
                continue
            index = bisect_right(person.places, at - 1)
            if not index:
                continue
            place = float(person.places[index - 1])
            best = max(best, (place, person), key=lambda b: b[0]) if best else (place, person)
        last = next((s for s in reversed(self.spoken) if s[2].kind == "person" and s[2].name in self.people), None)
        if last is not None:
            person = self.people[str(last[2].name)]
            fits = not (gender and person.gender and person.gender != gender)
            if fits and (best is None or not self._subject_since(last[0], at, best[1])):
                best = (0.0, person)
        if best is None:
            return Speaker(None, "person")
        if gender and best[1].gender is None:
            best[1].gender = gender
        return Speaker(best[1].name, "person", best[1].agency)

    def _subject_since(self, since: int, at: int, person: _Person) -> bool:
        """Whether `person` was the subject of a sentence between two characters: then the pronoun means them."""
        parse = self.parse
        for place in person.places:
            if since < place < at:
                token = bisect_right(parse.start, place) - 1
                while parse.dep[token] in ("compound", "flat") and parse.head[token] != token:
                    token = parse.head[token]
                if parse.dep[token] in ("nsubj", "nsubjpass", "ROOT") or parse.dep[parse.head[token]] == "nsubj":
                    return True
        return False

    def _body(self, lemma: str, at: int) -> Speaker | None:
        before = [m for m in self.mentions if m.start < at and m.kind in ("agency", "organization")]
        fitting = [m for m in before if lemma in m.name.lower() or lemma in m.text.lower()]
        chosen = fitting or (before if lemma in ("agency", "department", "office", "group", "bureau") else [])
        if lemma == "agency":
            chosen = [m for m in before if not re.search(r"(?i)council|court|department of homeland", m.name)] or before
        return Speaker(chosen[-1].name, chosen[-1].kind) if chosen else None

    def _body_before(self, at: int) -> Speaker | None:
        mention = self._last_mention(at)
        return Speaker(mention.name, mention.kind) if mention else None

    def _last_mention(self, at: int) -> Mention | None:
        return next((m for m in reversed(self.mentions) if m.start < at and m.kind in ("agency", "organization")), None)

    def _statement(self, lemma: str, at: int) -> Speaker | None:
        """ "the statement said": whoever last spoke in one; an opinion is its judge's."""
        for place, words, speaker in reversed(self.spoken):
            if place < at and re.search(rf"(?i)\b{re.escape(lemma)}s?\b", words):
                return speaker
        return None


def _bare(name: str) -> str:
    """A name without title and possessive."""
    name = re.sub(r"[’']s?$", "", name.strip())
    while (shorter := _TITLE.sub("", name)) != name:
        name = shorter
    return " ".join(name.split())


def _article(text: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", text.strip(), flags=re.I)
