"""Quoted words: which cue and which source each quotation has.

The order of trust: a cue that follows in the same sentence ("...," she said), one that leads in ("She said: ..."), the
clause that holds a part-quoted content (called it "fiction"), the speaker of the quotation before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from extract.attribution.frames import Frame, subject
from extract.attribution.marks import Quotation
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_STOPS = frozenset(".!?")
_PUNCT = frozenset([",", ":", ";", "|", "—", "–", "―", "--", "-"])
_PLACES = frozenset(["in", "on", "at", "during", "before", "after", "through", "over", "from", "with"])
_REACH = 14
_SIGNED = re.compile(r"[ \t]*([―—–]|--)[ \t]*([A-Z])(?=[^\n“”\"]{2,60}(?:\n|$))")
_LEAD = re.compile(r":\s*\n\s*$")


@dataclass(frozen=True)
class Cue:
    """Tokens `first`..`last` of a cue and the noun that heads its source."""

    first: int
    last: int
    source: int | None


@dataclass(frozen=True)
class Spoken:
    """A quotation, as tokens, with its cue; `carried` where the speaker comes from the quotation before."""

    quotation: Quotation
    first: int
    last: int
    cue: Cue | None
    partial: bool
    carried: bool = False


class Reader:
    """Attributes the quotations of one parsed text, in order."""

    def __init__(
        self,
        parse: Parse,
        quotations: list[Quotation],
        frames: list[Frame],
        phrased: list[tuple[Cue, int, int]],
        vocabulary: Vocabulary,
    ) -> None:
        self.parse, self.vocabulary = parse, vocabulary
        self.phrased = phrased
        self.quotations = quotations
        self.inside = bytearray(len(parse))
        self.spans: list[tuple[int, int]] = []
        for quotation in quotations:
            first = bisect_left(parse.start, quotation.start)
            last = bisect_left(parse.start, quotation.end) - 1
            self.spans.append((first, max(first, last)))
            for token in range(first, min(last + 1, len(parse))):
                self.inside[token] = 1
        self.frames = [f for f in frames if not self.inside[f.cue]]

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
            text[quotation.inner_end - 1 : quotation.inner_end] in ",,"
            or text[quotation.end : quotation.end + 1] == ","
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

    def _bounds(self, index: int) -> tuple[int, int]:
        """The tokens between this quotation and its neighbours, within its paragraph."""
        text, parse = self.parse.text, self.parse
        quotation = self.quotations[index]
        left = text.rfind("\n", 0, quotation.start) + 1
        right = text.find("\n", quotation.end)
        right = len(text) if right < 0 else right
        if index:
            left = max(left, self.quotations[index - 1].end)
        if index + 1 < len(self.quotations):
            right = min(right, self.quotations[index + 1].start)
        return bisect_left(parse.start, left), bisect_left(parse.start, right) - 1

    # ---- cues beside it

    def _after(self, index: int) -> Cue | None:
        parse = self.parse
        _, limit = self._bounds(index)
        signed = _SIGNED.match(parse.text, self.quotations[index].end)
        if signed:
            dash, name = (bisect_right(parse.start, signed.start(group)) - 1 for group in (1, 2))
            return Cue(dash, dash, self._noun_after(max(name, dash), limit + 1))
        start = self.spans[index][1] + 1
        while start <= limit and (parse.lower[start] in _PUNCT or parse.pos[start] == "SPACE"):
            start += 1
        stop = start
        while stop <= limit and stop < start + 40 and not self._stops(stop):
            stop += 1
        if parse.lower[start : start + 2] == ["according", "to"] and stop > start + 2:
            return Cue(start, start + 1, self._noun_after(start + 2, stop))
        ended = self.parse.text[self.quotations[index].inner_end - 1] in ".!?"
        for token in range(start, min(stop, start + _REACH)):
            if not self._speaks(token):
                continue
            source = self._source_of(token, start, stop, self.spans[index])
            if source is None:
                continue
            if ended and not self._tag_only(token, source, start):
                return None
            if not ended and token - start > 3 and not (start <= source <= token):
                continue
            return Cue(token, token, source)
        if not ended:
            return self._far(start, stop)
        return None

    def _far(self, start: int, stop: int) -> Cue | None:
        """A source with a long apposition: "...," Leonard Burke, director of the Center for Tax Policy, said."""
        parse = self.parse
        for token in range(start + _REACH, stop):
            if self._speaks(token) and parse.line[token] == parse.line[start]:
                source = parse.child(token, "nsubj")
                if source is not None and parse.left[source] <= start + 1 and not self.inside[source]:
                    return Cue(token, token, source)
        return None

    def _tag_only(self, cue: int, source: int, start: int) -> bool:
        """After a full stop inside the marks only a bare tag still belongs to the quotation: "...?" she asked."""
        parse = self.parse
        content = [
            k for k in parse.kids[cue] if parse.dep[k] in ("ccomp", "xcomp", "dobj") and k > cue and not self.inside[k]
        ]
        near = cue - start <= 4 if source < cue else cue == start
        return near and not content

    def _before(self, index: int) -> Cue | None:
        """A cue to the left in the same sentence."""
        parse = self.parse
        limit, _ = self._bounds(index)
        token = self.spans[index][0] - 1
        lead = _LEAD.search(parse.text, max(0, self.quotations[index].start - 8), self.quotations[index].start)
        if lead:  # "Caddell continued:" and the quotation in its own paragraph
            token = bisect_right(parse.start, lead.start()) - 1
            limit = bisect_left(parse.start, parse.text.rfind("\n", 0, lead.start()) + 1)
        stop = token
        while token >= limit and not self._stops(token):
            token -= 1
        start = token + 1
        for cue in range(stop, start - 1, -1):
            if self._speaks(cue) or (parse.lower[stop] == "at" and self._figures(cue)):
                source = self._source_of(cue, start, stop + 1, self.spans[index])
                if source is not None:
                    return Cue(cue, cue, source)
        if stop >= start and parse.lower[stop] == ":":
            noun = self._noun_before(start, stop)
            if noun is not None and stop - start <= 8:
                return Cue(stop, stop, noun)
        return None

    def _leads_in(self, index: int, cue: Cue) -> bool:
        """Whether the cue before introduces the words: nothing but light words, a comma or a colon stand between."""
        parse = self.parse
        first = self.spans[index][0]
        token = first - 1
        while token > 0 and parse.pos[token] == "SPACE":
            token -= 1
        mark = parse.lower[token]
        if mark == ":":
            return True
        if mark == ",":
            return True
        return cue.last == token or (first - cue.last <= 3 and mark == "that") or mark == "at"

    def _aside(self, index: int) -> Cue | None:
        """A cue further right in the sentence that holds the part-quoted words, after more of its own."""
        follows = self._bounds(index)[1]
        parse = self.parse
        start = self.spans[index][1] + 1
        for token in range(start, min(follows + 1, start + 40)):
            if self._stops(token):
                return None
            if parse.lower[token] == "according" and parse.lower[token + 1 : token + 2] == ["to"]:
                return Cue(token, token + 1, self._noun_after(token + 2, follows + 1))
            if self._speaks(token) and parse.dep[token] in ("ROOT", "parataxis", "conj", "ccomp"):
                source = self._source_of(token, start, follows + 1, self.spans[index])
                if source is not None and start <= source:
                    return Cue(token, token, source)
        return None

    def _speaks(self, token: int) -> bool:
        parse = self.parse
        if self.inside[token] or parse.pos[token] not in ("VERB", "AUX") or parse.dep[token] in ("aux", "auxpass"):
            return False
        return self.vocabulary.speaks(parse.lemma[token])

    def _figures(self, token: int) -> bool:
        """Whether a verb gives figures: "puts the count at “160, give or take”"."""
        return self.parse.pos[token] == "VERB" and self.parse.lemma[token] in self.vocabulary.words["figuring"]

    def _source_of(self, cue: int, start: int, stop: int, own: tuple[int, int]) -> int | None:
        """The noun that speaks: the subject by the parse, else the noun next to the cue."""
        parse = self.parse
        if parse.child(cue, "auxpass") is not None:
            agent = parse.child(cue, "agent")
            return parse.child(agent, "pobj") if agent is not None else None
        source = subject(parse, cue)
        if (
            source is not None
            and not self.inside[source]
            and (start <= source < stop or parse.dep[cue] in ("conj", "advcl", "xcomp", "relcl", "acl"))
        ):
            return source
        for token in range(cue - 1, start - 1, -1):
            if parse.pos[token] in ("PROPN", "NOUN", "PRON") and cue - token <= 4:
                return token
            if parse.pos[token] not in ("ADV", "AUX", "PUNCT", "PART"):
                break
        return (
            self._noun_after(cue + 1, stop)
            if cue + 1 < stop and parse.pos[cue + 1] in ("PROPN", "NOUN", "DET", "PRON", "ADJ")
            else None
        )

    def _noun_after(self, start: int, stop: int) -> int | None:
        parse = self.parse
        for token in range(start, min(stop, len(parse))):
            if parse.pos[token] in ("PROPN", "NOUN", "PRON") and parse.dep[token] not in (
                "compound",
                "poss",
                "nmod",
                "amod",
            ):
                return token
        return None

    def _noun_before(self, start: int, stop: int) -> int | None:
        parse = self.parse
        for token in range(stop - 1, start - 1, -1):
            if parse.pos[token] in ("PROPN", "NOUN") or (
                parse.lower[token].isalpha() and parse.text[parse.start[token]].isupper()
            ):
                return token
        return None

    def _stops(self, token: int) -> bool:
        """Whether a token ends a sentence; the point of "Capt." does not, though it may be a token of its own."""
        word = self.parse.lower[token]
        before = self.parse.lower[token - 1] if token else ""
        return word in _STOPS and not (word == "." and (len(before) == 1 or before in self.vocabulary.words["titles"]))

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


def tokens_of(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """First and last token of the characters `start`..`end`."""
    return bisect_left(parse.start, start), max(bisect_right(parse.start, max(start, end - 1)) - 1, 0)
