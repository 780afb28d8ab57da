"""Quotes of one text: what is said, by whom, under which cue, and which speech stands in which."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extract import sections
from extract.attribution import asides, direct, frames, marks, nesting, phrases, transcript
from extract.attribution.beside import Cue
from extract.attribution.direct import Spoken
from extract.attribution.frames import Frame
from extract.attribution.nesting import Found
from extract.attribution.parse import Parse
from extract.attribution.past import Speaker
from extract.attribution.speakers import Cast
from extract.attribution.subjects import antecedent
from extract.attribution.vocabulary import Vocabulary, vocabulary
from extract.attribution.weigh import odds
from extract.model import Document, Mention, Official, Quote

_AROUND = 80
"""Tokens of a cue's sentence that are looked at: a megabyte of one sentence is no sentence."""
_TAIL = 9
"""Tokens behind a cue within which its day, place or hearer ends."""
_LIGHT = frozenset(["thus", "so", "thereby", "still", "then", "only", "just"])
_SPACE = " \t\n\xa0"
_TRIM = " \t\n\xa0,;:"


def find(doc: Doc, document: Document, officials: list[Official], mentions: list[Mention]) -> list[Quote]:
    """Who says what in `doc`, in order of place, with speakers resolved through the text.

    Direct, indirect and nested speech; a quotation split by its cue is two quotes. `officials` and `mentions` may be
    empty: names then come from the entities of `doc` alone.
    """
    parse, words = Parse(doc, document.text), vocabulary()
    read = _readable(document)
    heads = [part for part in sections.prose(document.text, document.title) if part.kind == "headline"]
    # A headline's quotation repeats one of the text below it.
    quotations = [
        q for q in marks.find(parse.text) if read(q.start) and not any(h.start <= q.start < h.end for h in heads)
    ]
    every = [f for f in frames.read(parse) if read(parse.start[f.cue])]
    cast = Cast(parse, officials, mentions, words)
    phrased = [one for one in phrases.find(parse, words) if read(parse.start[one[0].first])]
    reader = direct.Reader(parse, quotations, every, phrased, words)
    found = [
        *_indirect(parse, every, reader.inside, words),
        *_phrased(parse, phrased),
        *_lines(parse, words, cast, read),
    ]
    spoken = [_spoken(one) for one in reader.read()]
    taken = {one.cue.first for one in (*found, *spoken) if one.cue is not None}
    lost = [one for one in asides.find(parse, words, taken, reader.inside) if read(parse.start[one[0].first])]
    found += _phrased(parse, lost)
    kept = nesting.settle(parse, [*found, *spoken], reader.inside, words)
    read_out = [_quote(parse, one, cast) for one in kept]
    return _voiced(nesting.parents([quote for quote, _ in read_out]), [not speaker.named for _, speaker in read_out])


def _voiced(quotes: list[Quote], unnamed: list[bool]) -> list[Quote]:
    """Quoted words of somebody unnamed within a person's speech are that person's to utter: "a judge told me “70”"."""
    out = []
    for quote, nobody in zip(quotes, unnamed, strict=True):
        outer = quotes[quote.parent] if quote.parent is not None else None
        while outer is not None and outer.speaker_kind != "person":
            outer = quotes[outer.parent] if outer.parent is not None else None
        if quote.direct and nobody and outer is not None:
            quote = replace(quote, speaker=outer.speaker, speaker_kind="person", speaker_agency=outer.speaker_agency)
        out.append(quote)
    return out


def _readable(document: Document) -> Callable[[int], bool]:
    """Whether a character stands in prose: quotes in captions, comments and related headlines are not this text's."""
    parts = sections.prose(document.text, document.title)
    if all(part.kind in sections.READ for part in parts):
        return lambda at: True
    starts = [part.start for part in parts]
    kinds = [part.kind in sections.READ for part in parts]

    def read(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index < 0 or kinds[index]

    return read


def _spoken(one: Spoken) -> Found:
    return Found(one.quotation.start, one.quotation.end, one.cue, True, 9.0)


def _indirect(parse: Parse, every: list[Frame], inside: bytearray, words: Vocabulary) -> list[Found]:
    """Contents in clauses, the likeliest frame of each cue; no content runs over a paragraph."""
    best: dict[int, tuple[float, Frame]] = {}
    before: dict[int, Frame] = {}
    for frame in every:
        quoted = any(inside[frame.first : frame.last + 1])
        weight = odds(parse, frame, words, quoted)
        if weight is None or weight < _least(parse, frame, words) or _deed(parse, frame, words):
            continue
        if frame.first > frame.cue and ";" in parse.lower[frame.cue + 1 : frame.first]:
            continue  # "..., Vance said; the field office counted 16": another clause
        if frame.name == "before":
            before[frame.cue] = frame
        if frame.cue not in best or weight > best[frame.cue][0]:
            best[frame.cue] = weight, frame
    found = []
    for weight, frame in _on_both_sides(parse, best.values(), before):
        line = parse.line[frame.cue]
        first, last = frame.first, frame.last
        while first <= last and parse.line[first] != line:
            first += 1
        while last >= first and (parse.line[last] != line or parse.pos[last] == "SPACE"):
            last -= 1
        first = parse.after_dateline(first)
        if first > last:
            continue
        source = frame.source
        if source is not None and (parse.line[source] != line or parse.lemma[frame.cue] in words.words["inference"]):
            source = None
        found.append(Found(parse.start[first], parse.end[last], Cue(frame.cue, frame.cue, source), False, weight))
        rest = _going_on(parse, frame.cue, words) if frame.kind == "verb" and last < frame.cue else None
        if rest is not None:
            found.append(
                Found(parse.start[rest[0]], parse.end[rest[1]], Cue(frame.cue, frame.cue, source), False, weight)
            )
    return found


def _on_both_sides(
    parse: Parse, best: Iterable[tuple[float, Frame]], before: dict[int, Frame]
) -> Iterator[tuple[float, Frame]]:
    """The frames, and a figure before a cue whose likeliest content stands behind it: "ICE took 40, Voll said, and
    in most of the other cases it had lifted the detainer"."""
    for weight, frame in best:
        yield weight, frame
        first = before.get(frame.cue)
        if first is not None and frame.first > frame.cue and "NUM" in parse.pos[first.first : first.last + 1]:
            yield weight, first


def _going_on(parse: Parse, cue: int, words: Vocabulary) -> tuple[int, int] | None:
    """What a speech goes on with behind its cue: "It was 149, the attorney answered: 31 in 2020, 12 in 2021", "ICE took
    40, Voll said Monday, which leaves 12", "Deputies held 40, he said, leaving 12"."""
    mark = next((kid for kid in parse.kids[cue] if kid > cue and parse.lower[kid] == ":"), None)
    mark = _before_outcome(parse, cue, words) if mark is None else mark
    if mark is None or mark + 1 >= len(parse):
        return None
    last = mark
    while last + 1 < len(parse) and parse.line[last + 1] == parse.line[cue] and last - mark < _AROUND:
        if parse.sentence[last + 1] != parse.sentence[cue] or (parse.lower[mark] == "," and _breaks(parse, last + 1)):
            break
        last += 1
    return (mark + 1, last) if last > mark else None


def _before_outcome(parse: Parse, cue: int, words: Vocabulary) -> int | None:
    """The comma behind a cue and its day or place, where what the speech comes to follows: ", which leaves 12"."""
    comma = next((t for t in range(cue + 1, min(len(parse), cue + _TAIL)) if parse.lower[t] in (",", ".", ";")), None)
    if comma is None or parse.lower[comma] != "," or any(parse.pos[t] == "VERB" for t in range(cue + 1, comma)):
        return None
    first = comma + 1
    while first < len(parse) and parse.lower[first] in _LIGHT:
        first += 1
    which = parse.lower[first : first + 1] == ["which"]
    verb = next((t for t in range(first + which, min(len(parse), first + 4)) if parse.pos[t] == "VERB"), None)
    if verb is None or parse.lemma[verb].lower() not in words.words["outcomes"]:
        return None
    return comma if which or (verb == first and parse.tag[verb] == "VBG") else None


def _breaks(parse: Parse, token: int) -> bool:
    """Whether another clause begins at a token: a semicolon, or ", and" with a subject of its own behind it."""
    joins = parse.lower[token] in ("and", "but", "while") and parse.lower[token - 1] == ","
    return parse.lower[token] == ";" or joins


def _deed(parse: Parse, frame: Frame, words: Vocabulary) -> bool:
    """Whether a verb tells what was done, not said: "declined 41 of them" where others "declined an interview"."""
    deed = frame.kind == "verb" and parse.lemma[frame.cue] in words.words["deeds"]
    if not deed or not frame.name.startswith(("obj", "to", "pass")):
        return False
    things = words.words["handled"]
    return any(parse.pos[t] == "NUM" or parse.lemma[t].lower() in things for t in range(frame.first, frame.last + 1))


def _least(parse: Parse, frame: Frame, words: Vocabulary) -> float:
    """How likely is likely enough: less will do for plain speech over a number: it decides whose it is."""
    percent = words.percent(frame.kind, parse.lemma[frame.cue], frame.name) or 0
    figure = percent >= 55 and "NUM" in parse.pos[frame.first : frame.last + 1]
    return words.weights["least figure" if figure else "least"]


def _phrased(parse: Parse, phrased: list[tuple[Cue, int, int]]) -> list[Found]:
    """Contents of "according to" and its kind."""
    return [Found(parse.start[first], parse.end[last], cue, False, 2.0) for cue, first, last in phrased]


def _lines(parse: Parse, words: Vocabulary, cast: Cast, read: Callable[[int], bool]) -> list[Found]:
    """Transcript lines."""
    return [
        Found(parse.start[first], parse.end[last], cue, own, 2.0)
        for cue, first, last, own in transcript.find(parse, words, cast.labelled)
        if read(parse.start[cue.first])
    ]


def _quote(parse: Parse, found: Found, cast: Cast) -> tuple[Quote, Speaker]:
    start, end = found.start, found.end
    while end > start and parse.text[end - 1] in (_SPACE if found.direct else _TRIM):
        end -= 1
    while start < end and parse.text[start] in _TRIM:
        start += 1
    cue = found.cue
    speaker, source = Speaker(None, None), None
    if cue is not None and cue.source is not None:
        noun = parse.past_dateline(cue.source, cue.first)
        source = source_span(parse, noun, cue)
        named = antecedent(parse, noun)
        speaker = cast.resolve(named, *(source if named == noun else source_span(parse, named, cue)))
        clause = parse.words(*_sentence(parse, cue.first))
        cast.note(parse.start[cue.first], clause, speaker)
    quote = Quote(
        text=parse.text[start:end],
        start=start,
        end=end,
        speaker=speaker.name,
        speaker_start=parse.start[source[0]] if source else None,
        speaker_end=parse.end[source[1]] if source else None,
        cue=parse.words(cue.first, cue.last) if cue else None,
        direct=found.direct,
        speaker_kind=speaker.kind,
        speaker_agency=speaker.agency,
        cue_start=parse.start[cue.first] if cue else None,
        cue_end=parse.end[cue.last] if cue else None,
    )
    return quote, speaker


def source_span(parse: Parse, head: int, cue: Cue) -> tuple[int, int]:
    """The noun phrase of a source without its relative clauses, and never over its own cue."""
    first, last = parse.left[head], parse.right[head]
    for kid in parse.kids[head]:
        if kid > head and (
            parse.dep[kid] in ("relcl", "acl", "advcl", "punct", "conj", "cc")
            or (parse.dep[kid] == "appos" and parse.ent[head] == "PERSON")
        ):
            last = min(last, parse.left[kid] - 1)
    if first <= cue.first <= last:
        first, last = (first, cue.first - 1) if head < cue.first else (cue.last + 1, last)
    while last > head and parse.pos[last] in ("PUNCT", "SPACE"):
        last -= 1
    return min(_past_quoted(parse, first, head), head), max(last, head)


def _past_quoted(parse: Parse, first: int, head: int) -> int:
    """Where a source begins whose parse holds the words that it says (‘“It’s full,” Dahl told me’); a nickname's marks
    ("Delbert “Del” Dahl") end no sentence."""
    closing = (t + 1 for t in range(head - 1, first, -1) if parse.lower[t] in _CLOSING and parse.lower[t - 1] in _ENDS)
    return next(closing, first)


_CLOSING = frozenset(["”", '"', "''"])
_ENDS = frozenset([",", ".", "!", "?"])


def _sentence(parse: Parse, token: int) -> tuple[int, int]:
    first = last = token
    while first > max(0, token - _AROUND) and parse.sentence[first - 1] == parse.sentence[token]:
        first -= 1
    stop = min(len(parse), token + _AROUND) - 1
    while last < stop and parse.sentence[last + 1] == parse.sentence[token]:
        last += 1
    return first, last
