"""What an article has told so far: who spoke where, whom its pronouns stood for, whom the next one may."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extract.attribution.parse import Parse
from extract.attribution.people import People, Person

_SUBJECT = ("nsubj", "nsubjpass")


@dataclass(frozen=True)
class Speaker:
    """A resolved source: name, kind of speaker and, for people, whom they speak for."""

    name: str | None
    kind: str | None
    agency: str | None = None
    named: bool = True
    """False where only a role stands there: "an ICE lawyer"."""


class Past:
    """Who spoke in an article up to a place, and whom "he" and "she" have stood for."""

    def __init__(self, parse: Parse, people: People) -> None:
        self.parse, self.people = parse, people
        self.spoken: list[tuple[int, str, Speaker]] = []
        """Speakers so far: character of the cue, the words of its sentence, who it was."""
        self.pronouns: list[tuple[int, Person]] = []

    def note(self, at: int, words: str, speaker: Speaker) -> None:
        """Remember who spoke at character `at`, with the words of the sentence ("in a statement")."""
        self.spoken.append((at, words, speaker))

    def _pronoun(self, gender: str | None, head: int) -> Speaker:
        person = self._referent(gender, head)
        if person is None:
            return Speaker(None, "person", named=False)
        if gender and person.gender is None:
            person.gender = gender
        self.pronouns.append((self.parse.start[head], person))
        return Speaker(person.name, "person", person.agency)

    def _referent(self, gender: str | None, head: int) -> Person | None:
        """The subject last named in this paragraph, else the last speaker, else whoever was named last."""
        parse = self.parse
        at = parse.start[head]
        fits = [p for p in self.people.everybody if not (gender and p.gender and p.gender != gender)]
        named: list[tuple[int, Person]] = []
        for person in fits:
            index = bisect_left(person.places, at)
            named.extend((place, person) for place in person.places[max(0, index - 3) : index])
        named.extend((place, person) for place, person in self.pronouns if place < at and person in fits)
        named.sort(key=lambda n: n[0])
        if not named:
            return None
        line = parse.line[head]
        here = [(place, person) for place, person in named if self._line_at(place) == line]
        if here:
            sentence = parse.sentence[head]
            subjects = [(place, person) for place, person in here if self._is_subject(place)]
            recent = [s for s in subjects if sentence - self._sentence_at(s[0]) <= 1]
            return (recent or here[-1:])[-1][1]
        for place, _, speaker in reversed(self.spoken):
            if place < at and speaker.kind == "person":
                last = next((p for p in fits if p.name == speaker.name), None)
                if last is not None and not self._overtaken(place, at, last, named):
                    return last
                break
        return named[-1][1]

    def _overtaken(self, since: int, at: int, speaker: Person, named: list[tuple[int, Person]]) -> bool:
        """Whether somebody else became the subject between the last speech and the pronoun."""
        return any(since < place < at and person is not speaker and self._is_subject(place) for place, person in named)

    def _token(self, place: int) -> int:
        return max(0, bisect_right(self.parse.start, place) - 1)

    def _line_at(self, place: int) -> int:
        return self.parse.line[self._token(place)]

    def _sentence_at(self, place: int) -> int:
        return self.parse.sentence[self._token(place)]

    def _is_subject(self, place: int) -> bool:
        parse, token = self.parse, self._token(place)
        while parse.dep[token] in ("compound", "flat", "nmod") and parse.head[token] != token:
            token = parse.head[token]
        return parse.dep[token] in _SUBJECT or (
            parse.dep[token] == "appos" and parse.dep[parse.head[token]] in _SUBJECT
        )
