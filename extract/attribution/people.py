"""The people of one article: full names, the places where each is named, roles that stand with the name, gender shown.

Names come from the officials found, from PERSON entities, and, for a surname that nobody introduced, from the text
itself ("Council President Yara Benitez-Lowe" where the model saw no name).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary
from extract.model import Official

_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_LABEL = re.compile(r"^[ \t]*([A-Z][A-Z.’'\-]+(?:[ \t][A-Z][A-Z.’'\-]*){1,4}):[ \t]", re.MULTILINE)
_NAME = r"[A-Z][\w’'\-]+\.?"
_LOCATING = re.compile(r"\b(?:in|near|outside|across|throughout|from)\s+$")
_WORDY = re.compile(r"\w")
_WORD_BEFORE = re.compile(r"([\w’']+)\s+$")


@dataclass
class Person:
    """One person: `places` are the characters where the name begins, in order."""

    name: str
    places: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    agency: str | None = None
    gender: str | None = None
    """`m`, `f` or None where nothing shows it."""

    @property
    def surname(self) -> str:
        words = self.name.replace(",", "").split()
        while len(words) > 1 and words[-1].lower() in _SUFFIXES:
            words.pop()
        return words[-1] if words else ""


class People:
    """Everybody named in the article, findable by name, role and nearness."""

    def __init__(self, parse: Parse, officials: list[Official], vocabulary: Vocabulary, taken: list[tuple[int, int]]):
        self.parse, self.vocabulary = parse, vocabulary
        self.taken = sorted(taken)
        """Characters that name bodies: no person stands there."""
        self.by_full: dict[str, Person] = {}
        self.everybody: list[Person] = []
        for official in officials:
            token = max(0, bisect_right(parse.start, official.start) - 1)
            if len(parse) == 0 or self._headline_only(official.name, token):
                continue
            person = self._add(self.bare(official.name) or official.name)
            person.agency = person.agency or official.agency
            if official.role:
                person.roles.update(re.findall(r"\w+", official.role.lower()))
        for name in [*self._labels(), *self._entities()]:
            if self.named(name) is None:
                self._add(name)
        self._place()

    def _add(self, name: str) -> Person:
        key = name.lower()
        if key not in self.by_full:
            self.by_full[key] = Person(name)
            self.everybody.append(self.by_full[key])
        return self.by_full[key]

    def _entities(self) -> list[str]:
        """PERSON entities as bare names, longest first so that surnames find their owner."""
        parse, names = self.parse, []
        token = 0
        while token < len(parse):
            last = token
            if parse.ent[token] == "PERSON":
                while (
                    last + 1 < len(parse)
                    and parse.ent[last + 1] == "PERSON"
                    and parse.line[last + 1] == parse.line[token]
                ):
                    last += 1
                name = self.bare(parse.words(token, last))
                if not self._body_at(parse.start[token], parse.end[last]) and not self._headline_only(name, token):
                    names.append(name)
            token = last + 1
        return sorted({n for n in names if " " in n and self._personal(n)}, key=lambda n: (-len(n.split()), n))

    def _headline_only(self, name: str, token: int) -> bool:
        """Whether a name stands once, in a line of capitalised words: "Mayor Okonjo Releases Annual Report"."""
        parse = self.parse
        if parse.text.count(name) > 1:
            return False
        start = parse.text.rfind("\n", 0, parse.start[token]) + 1
        end = parse.text.find("\n", start)
        words = re.findall(r"[^\W\d_]{4,}", parse.text[start : end if end >= 0 else None])
        return len(words) > 3 and all(word[0].isupper() for word in words)

    def _labels(self) -> list[str]:
        """Names from the labels of a transcript: "SHERIFF DELMAR COYNE:"."""
        labels = [self.bare(found.group(1)) for found in _LABEL.finditer(self.parse.text)]
        return [label.title() for label in labels if len(label.split()) in (2, 3)]

    def _body_at(self, start: int, end: int) -> bool:
        index = bisect_left(self.taken, (start, 0))
        near = self.taken[max(0, index - 1) : index + 1]
        return any(s < end and e > start for s, e in near)

    def _personal(self, name: str) -> bool:
        """Whether a PERSON entity looks like one: capitals, no digits, no "Lake", "County", "Street" or "Council"."""
        words = name.split()
        if not words or not words[0][0].isupper() or any(c.isdigit() for c in name) or len(words) > 5:
            return False
        known = self.vocabulary.words
        places = known["places"]
        given = self._given(name) is not None
        if len(words) > 2 and words[-1].lower() in known["bodies"] | known["groups"]:
            return False  # "Georgia Jailers' Association", whoever else is called Georgia
        if words[0].lower().strip(".") in places or (
            words[-1].lower() in places and not given and not self._introduced(name)
        ):
            return False
        if len(words) > 1 and not any(p.surname == words[-1] for p in self.everybody):
            whole = self.parse.text.count(name)
            located = whole > 1 and any(_LOCATING.search(before) for before in self._standing(name))
            return not (located and whole == sum(1 for _ in self._standing(words[-1], bounded=True)))
        return True

    def _standing(self, words: str, bounded: bool = False) -> Iterator[str]:
        """What stands before the words, wherever they end a word; `bounded`: and begin one too."""
        text = self.parse.text
        whole = re.compile((r"\b" if bounded else "") + re.escape(words) + r"\b")
        at = text.find(words)
        while at >= 0:
            if whole.match(text, at):
                yield text[max(0, at - 60) : at]
            at = text.find(words, at + len(words))

    def _introduced(self, name: str) -> bool:
        """Whether a role or a verb of speech stands beside the name: "Undersheriff Ines Park", "said Ines Park"."""
        found = map(_WORD_BEFORE.search, self._standing(name))
        word = next((match[1].lower() for match in found if match), None)
        return word in self.vocabulary.words["persons"] or word in ("said", "says", "told")

    def bare(self, name: str) -> str:
        """A name without title, role and possessive: "Sheriff Leland Osterhaus’s" -> "Leland Osterhaus"."""
        words = re.sub(r"[’']s?$", "", " ".join(name.split()).strip(' ,.;:—-“”"')).split()
        while len(words) > 1 and (self.title(words[0]) or re.search(r"[’']s$", words[0])):
            words.pop(0)
        return " ".join(words)

    def title(self, word: str) -> bool:
        """Whether `word` stands before names and is none: "Sgt.", "Sheriff", "former"."""
        word = word.lower().strip(".,")
        return word in self.vocabulary.words["titles"] or word in self.vocabulary.words["persons"]

    # ---- where they stand

    def _place(self) -> None:
        """The places of every surname, and what stands around each full name."""
        owners: dict[str, list[Person]] = {}
        for person in self.everybody:
            owners.setdefault(person.surname, []).append(person)
        owners.pop("", None)
        if not owners:
            return
        text = self.parse.text
        capitals = {surname.upper(): surname for surname in owners if len(surname) > 3}
        either = [*owners, *capitals]
        for start, name in _standing_alone(either, text):
            sharing = owners[capitals.get(name, name)]
            chosen = sharing[0]
            if len(sharing) > 1:
                chosen = self._sharing(sharing, start)
            begin = start
            first = chosen.name[: len(chosen.name) - len(chosen.surname)]
            if first and text.endswith(first, 0, begin):
                begin -= len(first)
            chosen.places.append(begin)
            self._learn(chosen, begin, start + len(name))
        for person in self.everybody:
            person.places.sort()
            person.gender = person.gender or self._given(person.name)

    def _sharing(self, sharing: list[Person], at: int) -> Person:
        """Of people with one surname, the one whose first name stands here, else the last named before."""
        before = self.parse.text[max(0, at - 40) : at]
        for person in sharing:
            if before.rstrip().endswith(person.name.split()[0]):
                return person
        return max(sharing, key=lambda p: p.places[-1] if p.places else -1)

    def _given(self, name: str) -> str | None:
        first = name.split()[0].lower()
        if len(name.split()) < 2:
            return None
        words = self.vocabulary.words
        return "f" if first in words["female"] else "m" if first in words["male"] else None

    def _learn(self, person: Person, start: int, end: int) -> None:
        """Roles before the name ("Sheriff Walt Amundsen") and in its apposition; titles that show a gender."""
        parse, words = self.parse, self.vocabulary.words
        first = bisect_right(parse.start, start) - 1
        last = max(first, bisect_left(parse.start, end) - 1)
        line = parse.line[first]
        near = [
            t for t in range(max(0, first - 4), first) if parse.line[t] == line and not self._stop_between(t, first)
        ]
        for kid in parse.kids[last]:
            if parse.dep[kid] == "appos" and kid > last:
                near.extend(range(parse.left[kid], min(parse.right[kid], parse.left[kid] + 10) + 1))
        if parse.dep[last] == "appos":
            top = parse.head[last]
            near.append(top)
            near.extend(k for k in parse.kids[top] if parse.dep[k] == "compound")
        if parse.dep[last] == "nsubj" and parse.lemma[parse.head[last]] == "be":
            near.extend(parse.children(parse.head[last], "attr"))
        for token in near:
            word = parse.lower[token]
            if word in words["persons"] and parse.line[token] == line:
                person.roles.add(word)
            if word in words["masculine"]:
                person.gender = "m"
            elif word in words["feminine"]:
                person.gender = "f"

    def _stop_between(self, token: int, first: int) -> bool:
        return any(self.parse.lower[t] in '.,;:!?"“”' for t in range(token, first) if self.parse.lower[t] != "")

    # ---- finding them

    def named(self, name: str) -> Person | None:
        """The person called `name`: a full name, a surname, or a first name where nobody else has it."""
        wanted = name.lower().split()
        if not wanted:
            return None
        whole = self.by_full.get(" ".join(wanted))
        if whole is not None and len(wanted) > 1:
            return whole
        best: Person | None = None
        for person in self.everybody:
            words = person.name.lower().replace(",", "").split()
            if len(wanted) == 1:
                fits = wanted[0] in (person.surname.lower(), words[0]) and len(words) > 1
            else:
                fits = (wanted[-1] == person.surname.lower() or words[-len(wanted) :] == wanted) and (
                    wanted[0][0] == words[0][0] and (wanted[0] == words[0] or len(wanted[0].strip(".")) == 1)
                )
            if fits and (best is None or len(words) > len(best.name.split())):
                best = person
        return best or whole

    def introduce(self, surname: str) -> Person | None:
        """A person that no entity gave: the surname's fullest capitalised run in the text, if it has a first name."""
        if not re.fullmatch(r"[A-Z][\w’'\-]+", surname):
            return None
        pattern = re.compile(rf"((?:{_NAME}[ \t]+){{1,3}})({re.escape(surname)})(?![\w’'-]*[a-z])")
        for found in self._in_lines(pattern, surname):
            name = self.bare(found.group())
            words = name.split()
            if len(words) < 2 or self._body_at(found.start(), found.end()):
                continue
            if self._personal(name) and words[0].lower() not in self.vocabulary.words["bodies"]:
                person = self._add(" ".join(words[-2:]) if len(words) > 3 else name)
                person.places = [m.start() for m in re.finditer(rf"\b{re.escape(surname)}\b", self.parse.text)]
                for place in person.places:
                    self._learn(person, place, place + len(surname))
                person.gender = person.gender or self._given(person.name)
                return person
        return None

    def _in_lines(self, pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern that keeps to one line, in the lines that hold the words."""
        text, end = self.parse.text, 0
        while (at := text.find(words, end)) >= 0:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = end if end >= 0 else len(text)
            yield from pattern.finditer(text, start, end)

    def with_role(self, role: str, at: int) -> Person | None:
        """The last person in that role named before `at`, else the first one after."""
        fitting = [p for p in self.everybody if role in p.roles and p.places]
        before = [p for p in fitting if p.places[0] < at]
        if before:
            return max(before, key=lambda p: p.places[bisect_left(p.places, at) - 1])
        return min(fitting, key=lambda p: p.places[0], default=None)


def _standing_alone(names: list[str], text: str) -> list[tuple[int, str]]:
    """Where names stand as words of their own, in order; of two that overlap the first, then the longer."""
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
            if not (_WORDY.match(before) or before in {"’", "'"} or _WORDY.match(after)):
                found.append((start, name))
            start = text.find(name, start + 1)
    out: list[tuple[int, str]] = []
    for start, name in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        if not out or start >= out[-1][0] + len(out[-1][1]):
            out.append((start, name))
    return out
