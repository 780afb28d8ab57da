"""Quoted words: which cue and which source each quotation has.

The order of trust: a cue that follows in the same sentence ("...," she said), one that leads in ("She said: ..."), the
clause that holds a part-quoted content (called it "fiction"), the speaker of the quotation before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.attribution.beside import Beside, Cue
from extract.attribution.frames import Frame
from extract.attribution.marks import Quotation

_PLACES = frozenset(["in", "on", "at", "during", "before", "after", "through", "over", "from", "with"])


@dataclass(frozen=True)
class Spoken:
    """A quotation, as tokens, with its cue; `carried` where the speaker comes from the quotation before."""

    quotation: Quotation
    first: int
    last: int
    cue: Cue | None
    partial: bool
    carried: bool = False


class Reader(Beside):
    """Attributes the quotations of one parsed text, in order."""

    def read(self) -> list[Spoken]:
        """Every quotation that somebody utters; scare quotes and titles are left out."""
        spoken: list[Spoken] = []
        before: Spoken | None = None
        for index, quotation in enumerate(self.quotations):
            found = self._one(index, quotation, before)
            if found is not None:
                if found.carried and before is not None and found.cue == before.cue:
                    found = self._answered(found, spoken)
                spoken.append(found)
                before = found
        return spoken

    def _one(self, index: int, quotation: Quotation, before: Spoken | None) -> Spoken | None:
        first, last = self.spans[index]
        text = self.parse.text
        begins = self._begins(quotation.start)
        partial = not begins
        follows = self._after(index)
        leads = self._before(index)
        ends_comma = (
            text[quotation.inner_end - 1 : quotation.inner_end] == "," or text[quotation.end : quotation.end + 1] == ","
        )
        if leads is not None and self._leads_in(index, leads):
            return Spoken(quotation, first, last, leads, partial and not self._whole(quotation))
        if follows is not None and (begins or ends_comma):
            return Spoken(quotation, first, last, follows, partial)
        if partial and self._name(first):
            return None
        if partial:
            cue = self._governing(first, last) or leads or follows or self._aside(index)
            if cue is not None:
                return Spoken(quotation, first, last, cue, True)
            return self._continued(index, quotation, before)
        return self._floating(index, quotation, before)

    def _name(self, first: int) -> bool:
        """Whether the quoted words are what a thing is called: "known as the “Trust Act”", "so-called “sanctuary”"."""
        parse, token = self.parse, first - 1
        while token >= 0 and (parse.pos[token] == "DET" or parse.lower[token] in ("as", "simply")):
            token -= 1
        if token < 0 or parse.line[token] != parse.line[first]:
            return False
        if parse.lower[token] == "called" and parse.lower[token - 1] in ("so", "-"):
            return True
        return parse.lemma[token] in self.vocabulary.words["never"] and parse.tag[token] in ("VBN", "VBD", "NN", "ADJ")

    # ---- where a quotation stands

    def _begins(self, at: int) -> bool:
        """Whether a quotation at character `at` begins a sentence or a paragraph."""
        text = self.parse.text
        before = text[max(0, at - 12) : at].rstrip(" \t\xa0(")
        return not before or before[-1] in '.!?\n…”"|' or (before.endswith("—") and "\n" in text[max(0, at - 60) : at])

    def _whole(self, quotation: Quotation) -> bool:
        return self.parse.text[quotation.inner_start : quotation.inner_start + 1].isupper()

    # ---- no cue beside it

    def _governing(self, first: int, last: int) -> Cue | None:
        """The nearest cue whose content holds the quoted words."""
        parse = self.parse
        while last > first and parse.pos[last] in ("PUNCT", "SPACE"):
            last -= 1
        holding = [
            (frame.last - frame.first + self._doubt(frame), Cue(frame.cue, frame.cue, frame.source))
            for frame in self.frames
            if frame.source is not None
            and frame.first <= first
            and last <= frame.last
            and not first <= frame.cue <= last
            and self._attributes(frame)
        ]
        holding += [(end - begin, cue) for cue, begin, end in self.phrased if begin <= first and last <= end]
        holding = [(size, cue) for size, cue in holding if parse.line[cue.first] == parse.line[first]]
        return min(holding, key=lambda h: h[0])[1] if holding else None

    def _doubt(self, frame: Frame) -> int:
        """Plain words of speech are nearer than anything else: "wrote of requests that the city “remains”"."""
        return 0 if frame.kind == "verb" and self.vocabulary.speaks(self.parse.lemma[frame.cue]) else 1000

    def _attributes(self, frame: Frame) -> bool:
        lemma = self.parse.lemma[frame.cue]
        deed = frame.name == "obj" and lemma in self.vocabulary.words["deeds"] and not self.vocabulary.speaks(lemma)
        if frame.kind == "verb" and (frame.name in _PLACES or deed):
            return False
        if self.vocabulary.percent(frame.kind, lemma, frame.name) is not None:
            return True
        return frame.kind == "verb" and self.vocabulary.speaks(lemma)

    def _continued(self, index: int, quotation: Quotation, before: Spoken | None) -> Spoken | None:
        """The second half of a quotation split by its cue: “The difference,” she wrote, “is two forms.”"""
        first, last = self.spans[index]
        if before is None or before.cue is None or not index or before.quotation is not self.quotations[index - 1]:
            return None
        between = self.parse.text[before.quotation.end : quotation.start]
        if "\n" in between or any(mark in between for mark in ".!?"):
            return None
        if not self.spans[index - 1][1] < before.cue.first < first:
            return None
        return Spoken(quotation, first, last, before.cue, True, carried=True)

    def _floating(self, index: int, quotation: Quotation, before: Spoken | None) -> Spoken | None:
        first, last = self.spans[index]
        words = sum(self.parse.pos[t] not in ("PUNCT", "SPACE") for t in range(first, last + 1))
        if before is not None and before.cue is not None and index and before.quotation is self.quotations[index - 1]:
            between = self.parse.text[before.quotation.end : quotation.start]
            if "\n" not in between:
                return Spoken(quotation, first, last, before.cue, False, carried=True)
            alone = self.parse.text[quotation.end : quotation.end + 1] in ("", "\n")
            if alone and len(between.split("\n\n")) <= 2 and (words > 3 or self._whole(quotation)):
                return Spoken(quotation, first, last, before.cue, False, carried=True)
        limit, _ = self._bounds(index)
        actor = self._last_actor(limit, first)
        if actor is not None:
            return Spoken(quotation, first, last, Cue(actor, actor, actor), False, carried=True)
        if before is not None and before.cue is not None and words > 3:
            return Spoken(quotation, first, last, before.cue, False, carried=True)
        return None

    def _answered(self, found: Spoken, spoken: list[Spoken]) -> Spoken:
        """In a dialogue of bare quotations the question and its answer are two people's."""
        text, before = self.parse.text, spoken[-1]
        if "\n" not in text[before.quotation.end : found.quotation.start]:
            return found
        asks = text[: found.quotation.inner_end].rstrip(",").endswith("?")
        asked = text[: before.quotation.inner_end].rstrip(",").endswith("?")
        other = next(
            (s for s in reversed(spoken[:-1]) if s.cue and before.cue and not self._same(s.cue, before.cue)), None
        )
        if asks == asked or other is None or not (asked or self._exchange(spoken)):
            return found
        return replace(found, cue=other.cue)

    def _exchange(self, spoken: list[Spoken]) -> bool:
        """Whether the last two quotations were a question and its answer."""
        if len(spoken) < 2:
            return False
        return self.parse.text[: spoken[-2].quotation.inner_end].rstrip(",").endswith("?")

    def _same(self, one: Cue, other: Cue) -> bool:
        if one.source is None or other.source is None:
            return one == other
        return self.parse.lower[one.source] == self.parse.lower[other.source]

    def _last_actor(self, start: int, stop: int) -> int | None:
        """The subject of the sentence before a floating quotation: "Voss was not satisfied. “So ...?”"""
        parse = self.parse
        for token in range(stop - 1, start - 1, -1):
            if parse.dep[token] == "nsubj" and parse.dep[parse.head[token]] == "ROOT" and not self.inside[token]:
                if parse.ent[token] in ("PERSON", "ORG") or parse.lower[token] in ("he", "she"):
                    return token
                return token if parse.lower[token] in self.vocabulary.words["persons"] else None
        return None
