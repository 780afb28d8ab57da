"""What an extractor leaves of the page around an article: dropped by the shape of blocks, and where they stand.

Nothing here knows a sentence of any one site. A run of headlines is told by lines that do not end as sentences do, a
kicker by its repetition, buttons by being made of the words of buttons; `furniture.yml` holds the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from extract.clean.blocks import Block
from extract.clean.vocabulary import furniture, pattern

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_ENDS_AS_SENTENCE = re.compile(r"[.!…。！]['\"”’»)\]]*$|[,;:]['\"”’»]*$|[—–]$|\.['\"”’»)\]]*\s*\(.{2,40}\)$")
_QUESTION = re.compile(r"\?['\"”’»)]*$")
_BYLINE = re.compile(r"^(?:by|von|par|por)\s+[A-Z]", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'‘(@\[])|(?<=[.!?][”\"’])\s+(?=[A-Z“\"'‘(@\[])")
_HEADLINE_WORDS = range(4, 26)
_INLINE_RELATED = re.compile(
    r"^(?:related|read(?: more| also| next| this)?|also read|see also|more|watch(?: more)?|listen|recommended|"
    r"up next|trending|breaking|just in|exclusive|must (?:see|read)|top story|in case you missed it|icymi|also|"
    r"don['’]t miss|in related news|you may also like|next|previously|more (?:from|on) [\w .'’]{2,30})"
    r"\s*[:|»>–—-]+\s*\S",
    re.IGNORECASE,
)


def strip(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks of the article alone, in order.

    Steps, each over what the one before left: addresses that a network hides; the tail after a comment form; related
    headlines in mid-body; lines that operate the page; appeals and contacts; the title said again; loose ends.
    """
    steps: tuple[Callable[[list[Block]], list[Block]], ...] = (
        _without_hidden_addresses,
        _without_tail,
        _without_related,
        _without_kickers,
        _without_interface,
        _without_prompts,
        _without_headline_runs,
        lambda left: _without_title(left, title),
        _without_loose_ends,
    )
    for step in steps:
        blocks = step(blocks)
    return blocks


def is_headline(block: Block) -> bool:
    """Whether a block looks like a headline: a line's length, and no sentence's end (a question mark is allowed)."""
    if block.words not in _HEADLINE_WORDS or block.kind in {"row", "quote"}:
        return False
    return not _ENDS_AS_SENTENCE.search(block.text) and (not _QUESTION.search(block.text) or block.words <= 16)


def is_label(block: Block) -> bool:
    """Whether a block is a few words that say nothing: no sentence, no figure."""
    return block.words < 5 and not _ENDS_AS_SENTENCE.search(block.text) and not _BYLINE.match(block.text)


def _is_prose(block: Block) -> bool:
    return (
        block.words >= 8 and bool(_ENDS_AS_SENTENCE.search(block.text) or _QUESTION.search(block.text))
    ) or block.words > 25


def _full(key: str, text: str) -> bool:
    return pattern("furniture", key).fullmatch(text.strip(" :|–—-»>•*")) is not None


@cache
def _hidden_address() -> re.Pattern[str]:
    return re.compile(furniture().protected_email, re.IGNORECASE)


def _without_hidden_addresses(blocks: list[Block]) -> list[Block]:
    out = []
    for block in blocks:
        if _hidden_address().search(block.text):
            kept = [s for s in map(_with_address_dropped, _SENTENCE_BREAK.split(block.text)) if s]
            if not any(not pattern("furniture", "credits").match(s) for s in kept):
                continue
            block = Block(" ".join(kept), block.kind, block.linked)
        out.append(block)
    return out


def _with_address_dropped(sentence: str) -> str:
    """A sentence that gives a hidden address is gone, unless it also says something: figures or quoted words."""
    match = _hidden_address().search(sentence)
    if not match:
        return sentence
    rest = _hidden_address().sub("", sentence)
    if re.search(r"\d|[“\"]", rest):
        return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"\s{2,}", " ", rest)).strip()
    return ""


def _without_tail(blocks: list[Block]) -> list[Block]:
    prose = 0
    for index, block in enumerate(blocks):
        if prose >= 2 and block.words <= 40 and _full("tail_headings", block.text):
            later = [b for b in blocks[index + 1 :] if _is_prose(b)]
            # a line of navigation in mid-body is not the end of the article: the reader's form is
            if len(later) <= prose or _full_form(block.text):
                return blocks[:index]
        prose += _is_prose(block)
    return blocks


def _full_form(text: str) -> bool:
    return re.search(r"\b(?:reply|comment|comments|email address)\b", text, re.IGNORECASE) is not None


def _without_related(blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.words <= 8 and _full("related_headings", block.text):
            end = _end_of_headlines(blocks, index + 1)
            if end > index + 1 or index + 1 == len(blocks):
                index = end
                continue
        if not (_INLINE_RELATED.match(block.text) and not _is_prose(block)):
            out.append(block)
        index += 1
    return out


def _end_of_headlines(blocks: list[Block], start: int) -> int:
    end = start
    while end < len(blocks):
        block = blocks[end]
        if block.kind in {"row", "quote"} or not (
            is_headline(block) or is_label(block) or (block.kind == "item" and not _is_prose(block))
        ):
            break
        end += 1
    return end


def _without_kickers(blocks: list[Block]) -> list[Block]:
    """Runs of headlines under a section's name that keeps being repeated, nothing but headlines between."""
    out: list[Block] = []
    index = 0
    while index < len(blocks):
        end = index
        while (
            end < len(blocks)
            and blocks[end].kind == "paragraph"
            and (is_headline(blocks[end]) or is_label(blocks[end]))
        ):
            end += 1
        run = blocks[index:end]
        labels = Counter(b.text for b in run if is_label(b) and not re.search(r"\d", b.text))
        repeated = labels.most_common(1)[0][1] if labels else 0
        if repeated < 2 or not any(is_headline(b) for b in run):
            out += run
        if end < len(blocks):
            out.append(blocks[end])
        index = end + 1
    return out


def _without_interface(blocks: list[Block]) -> list[Block]:
    words = set(furniture().interface_words)

    def operates(block: Block) -> bool:
        if block.words > 14 or block.kind == "row":
            return False
        if _full("interface_lines", block.text):
            return True
        return all(word.lower().strip(".,:;!()") in words for word in block.text.split())

    return [block for block in blocks if not operates(block)]


def _without_prompts(blocks: list[Block]) -> list[Block]:
    def appeals(block: Block) -> bool:
        if block.words > 60 or block.kind == "row":
            return False
        sentences = _SENTENCE_BREAK.split(block.text)
        if all(pattern("furniture", "credits").match(s) for s in sentences):
            return True
        if re.search(r"[“”\"]", block.text) or len(sentences) > 4:
            return False
        return pattern("furniture", "prompts").search(block.text) is not None

    return [block for block in blocks if not appeals(block)]


def _without_headline_runs(blocks: list[Block]) -> list[Block]:
    """Three or more headlines on end between paragraphs, neither marked as a list nor announced by a colon."""
    out: list[Block] = []
    index = 0
    while index < len(blocks):
        end = index
        while (
            end < len(blocks)
            and blocks[end].kind == "paragraph"
            and is_headline(blocks[end])
            and not _BYLINE.match(blocks[end].text)
        ):
            end += 1
        announced = bool(out) and out[-1].text.rstrip("”\"'’").endswith(":")
        if end - index >= 3 and not announced and any(_is_prose(b) for b in out) and not _is_data(blocks[index:end]):
            index = end
            continue
        end = max(end, index + 1)
        out += blocks[index:end]
        index = end
    return out


def _is_data(run: list[Block]) -> bool:
    """Lines that hold a figure each are a list of figures that lost its marks."""
    return sum(bool(re.search(r"\d", b.text)) for b in run) >= 0.6 * len(run)


def _same(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _without_title(blocks: list[Block], title: str | None) -> list[Block]:
    if not title:
        return blocks
    said = _same(title)
    return [b for i, b in enumerate(blocks) if _same(b.text) != said or (i > 5 and _is_prose(b)) or not said]


def _without_loose_ends(blocks: list[Block]) -> list[Block]:
    """Lines said twice on end, and headings at the end that nothing follows."""
    out: list[Block] = []
    for block in blocks:
        if not out or out[-1].text != block.text or block.kind == "row":
            out.append(block)
    while out and out[-1].kind == "heading":
        out.pop()
    return out
