"""A parsed text as plain lists: what the rules of attribution look at, token by token.

Reading spaCy's token objects one attribute at a time costs more than the rules themselves; one pass into lists makes
the whole of attribution a few per cent of the parse. All positions are token indices unless named chars.
"""

from __future__ import annotations

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

_COLUMNS: list[int | str] = ["HEAD", "DEP", "POS", "TAG", "LEMMA", "LOWER", "IDX", "LENGTH", "ENT_TYPE", "SENT_START"]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class _Names(dict[int, str]):
    """The strings of spaCy's keys, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, key: int) -> str:
        self[key] = name = self.strings[key]
        return name


class Parse:
    """The dependency tree of `doc` as parallel lists, one entry a token."""

    def __init__(self, doc: Doc, text: str | None = None) -> None:
        """`text` is that of `doc` where the caller has it (joining the tokens costs more than all the rest)."""
        table = doc.to_array(_COLUMNS).astype(np.int64)
        parsed = int(table[-1, 6] + table[-1, 7]) if len(table) else 0
        self.text = doc.text if text is None or text[parsed:].strip() else text  # a longer text was cut
        count = len(table)
        names = _Names(doc.vocab.strings)

        def column(index: int) -> list[str]:
            return list(map(names.__getitem__, table[:, index].astype(np.uint64).tolist()))

        self.head: list[int] = (np.arange(count) + table[:, 0]).tolist()
        self.dep, self.pos, self.tag = column(1), column(2), column(3)
        self.lemma, self.lower, self.ent = column(4), column(5), column(8)
        self.start: list[int] = table[:, 6].tolist()
        self.end: list[int] = (table[:, 6] + table[:, 7]).tolist()
        self.sentence: list[int] = np.cumsum(table[:, 9] == 1).tolist()
        self.line = self._lines()
        """The paragraph of each token; a line that goes on in lower case belongs to the one before."""
        self.kids: list[list[int]] = [[] for _ in range(count)]
        self.left = list(range(count))
        self.right = list(range(count))
        self._link()

    def __len__(self) -> int:
        return len(self.head)

    def _link(self) -> None:
        """Children of each token, and the first and last token of its subtree."""
        head, left, right = self.head, self.left, self.right
        for token, parent in enumerate(head):
            if parent != token:
                self.kids[parent].append(token)
        for token in range(len(head)):
            low = high = node = token
            while head[node] != node:
                node = head[node]
                if left[node] > low:
                    left[node] = low
                elif right[node] < high:
                    right[node] = high
                elif left[node] <= low and right[node] >= high:
                    break

    def _lines(self) -> list[int]:
        lines, line, text = [], 0, self.text
        for token, pos in enumerate(self.pos):
            lines.append(line)
            if pos == "SPACE" or text[self.start[token]] == "\n":
                breaks = text.count("\n", self.start[token], self.end[token])
                if breaks > 1 or (breaks and not text[self.end[token] : self.end[token] + 1].islower()):
                    line += 1
        return lines

    def after_dateline(self, token: int) -> int:
        """`token`, or the first one after the dash where it opens a paragraph with a dateline: "PORT LISLE, Ore. —"."""
        if token and self.line[token - 1] == self.line[token] and self.pos[token - 1] != "SPACE":
            return token
        for dash in range(token + 1, min(token + 14, len(self))):
            if self.lower[dash] in ("—", "–", "--", "-") and self.words(token, token).isupper():
                return dash + 1 if dash + 1 < len(self) else token
            if self.lower[dash] in ".!?" or self.pos[dash] == "VERB":
                break
        return token

    def past_dateline(self, noun: int, cue: int) -> int:
        """`noun`, or where it only stands in the dateline before its cue, the first noun phrase after that."""
        first = noun
        while first > max(0, noun - 14) and self.line[first - 1] == self.line[noun] and self.pos[first - 1] != "SPACE":
            first -= 1
        start = self.after_dateline(first)
        if not first <= noun < start <= cue:
            return noun
        nominal = ("NOUN", "PROPN", "PRON")
        for token in range(start, cue):
            if self.pos[token] in nominal and (
                self.pos[token + 1] not in (*nominal, "CCONJ", "PART") or token + 1 == cue
            ):
                return token
        return noun

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` in one of the relations `deps`."""
        for kid in self.kids[token]:
            if self.dep[kid] in deps:
                return kid
        return None

    def children(self, token: int, *deps: str) -> list[int]:
        """All children of `token` in one of the relations `deps`."""
        return [kid for kid in self.kids[token] if self.dep[kid] in deps]

    def subject(self, token: int) -> int | None:
        """The token that heads the subject of `token`, its own."""
        return self.child(token, *_SUBJECTS)

    def within(self, token: int, top: int) -> bool:
        """Whether `token` stands in the subtree of `top`."""
        while token != top:
            if self.head[token] == token:
                return False
            token = self.head[token]
        return True

    def words(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.start[first] : self.end[last]]
