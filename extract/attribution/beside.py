"""The cue beside a quotation: "...," she said; She said: "..."; "..." — Name; and who its source is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extract.attribution.frames import Frame
from extract.attribution.marks import Quotation
from extract.attribution.parse import Parse
from extract.attribution.subjects import subject
from extract.attribution.vocabulary import Vocabulary

_STOPS = frozenset(".!?")
_PUNCT = frozenset([",", ":", ";", "|", "—", "–", "―", "--", "-"])
_REACH = 14
_OPENERS = frozenset(["then", "now", "later", "still", "also", "again", "once", "so", "there", "here", "yes", "no"])
_SIGNED = re.compile(r"[ \t]*([―—–]|--)[ \t]*([A-Z])(?=[^\n“”\"]{2,60}(?:\n|$))")
_LEAD = re.compile(r":\s*\n\s*$")


@dataclass(frozen=True)
class Cue:
    """Tokens `first`..`last` of a cue and the noun that heads its source."""

    first: int
    last: int
    source: int | None


class Beside:
    """Looks left and right of the quotations of one parsed text; `inside` marks the tokens within quotation marks."""

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
            k
            for k in parse.kids[cue]
            if parse.dep[k] in ("ccomp", "xcomp", "dobj") and k > cue and k != source and not self.inside[k]
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
            figures = parse.lower[stop] == "at" and self._figures(cue)
            if self._speaks(cue) or figures or (parse.lower[stop] == ":" and self._states(cue)):
                source = self._source_of(cue, start, stop + 1, self.spans[index])
                if source is not None:
                    return Cue(cue, cue, source)
        if stop >= start and parse.lower[stop] == ":":
            teller = self._teller(start, stop)
            if teller is not None:
                return Cue(stop, stop, teller)
            noun = self._noun_before(start, stop)
            if noun is not None and stop - start <= 8:
                return Cue(stop, stop, noun)
        return None

    def _teller(self, start: int, stop: int) -> int | None:
        """Who the sentence before a colon is about: "Vickers was unmoved: “...”", "Kowalke, from his seat: “...”"."""
        parse, words = self.parse, self.vocabulary.words
        if parse.lemma[stop - 1] in words["documents"] or stop - start > 40:
            return None
        for token in range(start, stop):
            asked = parse.dep[token] == "nsubjpass" and self.vocabulary.speaks(parse.lemma[parse.head[token]])
            if parse.dep[token] not in ("nsubj", "nsubjpass") or asked:
                continue
            if parse.ent[token] == "PERSON" or parse.lower[token] in ("he", "she", *words["persons"]):
                return token
            named = parse.child(token, "appos")
            if named is not None and parse.ent[named] == "PERSON" and named < stop:
                return named
        alone = parse.ent[start] == "PERSON" and parse.dep[start] != "poss"
        while alone and start + 1 < stop and parse.ent[start + 1] == "PERSON":
            start += 1
        return start if alone and parse.lower[start + 1] == "," else None

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

    def _states(self, token: int) -> bool:
        """Whether a verb hands out words: "sent a statement:", "issued this response:"."""
        parse, words = self.parse, self.vocabulary.words
        obj = parse.child(token, "dobj")
        handed = parse.pos[token] == "VERB" and parse.lemma[token] in words["giving"]
        return handed and obj is not None and obj > token and parse.lemma[obj] in words["statements"]

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
            if parse.pos[token] in ("ADV", "ADJ", "VERB") and self._capital(token):
                return token  # a name that the tagger takes for a word: “...,” Ledbetter said
            if parse.pos[token] not in ("ADV", "AUX", "PUNCT", "PART"):
                break
        return (
            self._noun_after(cue + 1, stop)
            if cue + 1 < stop and parse.pos[cue + 1] in ("PROPN", "NOUN", "DET", "PRON", "ADJ")
            else None
        )

    def _capital(self, token: int) -> bool:
        parse = self.parse
        return parse.text[parse.start[token]].isupper() and parse.lower[token] not in _OPENERS

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


def tokens_of(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """First and last token of the characters `start`..`end`."""
    return bisect_left(parse.start, start), max(bisect_right(parse.start, max(start, end - 1)) - 1, 0)
