"""How likely a word in its frame attributes: the vocabulary's percentage, moved by what stands around it.

"Officials said the jail ..." is speech; "if they would say that ..." hardly is. The weights are log-odds, measured on
annotated news and kept in `weights.yml`.
"""

from __future__ import annotations

import math

from extract.attribution.frames import Frame
from extract.attribution.parse import Parse
from extract.attribution.vocabulary import Vocabulary

_FIRST = frozenset(["i", "we", "me", "us", "you", "my", "your", "our"])
_IT = frozenset(["it", "that", "this", "which", "what", "one", "there"])
_THEY = frozenset(["they", "them", "those", "some", "many", "their"])
_HE = frozenset(["he", "she", "who", "his", "her"])
_MODAL = frozenset(["would", "could", "should", "might", "may", "must", "can", "'d", "will", "'ll", "’d", "’ll"])
_LEFT = frozenset(["if", "because", "that", "while", "as", "when"])
_DEPS = frozenset(["ROOT", "conj", "ccomp", "xcomp", "pcomp", "advcl", "relcl", "acl"])


def odds(parse: Parse, frame: Frame, vocabulary: Vocabulary, quoted: bool) -> float | None:
    """Log-odds that `frame` is an attribution; None where the vocabulary does not know the word in this frame."""
    percent = vocabulary.percent(frame.kind, parse.lemma[frame.cue], frame.name)
    if percent is None:
        return None
    share = min(max(percent / 100, 0.01), 0.99)
    weights = vocabulary.weights
    total = weights["bias"] + weights["slope"] * math.log(share / (1 - share))
    for name in signs(parse, frame, quoted):
        total += weights.get(name, 0.0)
    return total


def signs(parse: Parse, frame: Frame, quoted: bool) -> list[str]:
    """What of the surroundings bears on it, by the names of `weights.yml`."""
    names = [_source(parse, frame.source)]
    cue = frame.cue
    mood = set()
    for kid in parse.kids[cue]:
        if parse.dep[kid] == "neg":
            mood.add("neg")
        elif parse.dep[kid] == "aux":
            word = parse.lower[kid]
            if word in _MODAL:
                mood.add("modal")
            elif word == "to":
                mood.add("infinitive")
            elif word in ("do", "does", "did"):
                mood.add("do")
    if frame.kind == "verb":
        tag, dep = parse.tag[cue], parse.dep[cue]
        if tag == "VB" and not mood & {"infinitive", "modal", "do"}:
            mood.add("bare verb")
        elif tag == "VBG":
            mood.add("gerund")
        elif tag in ("VBZ", "VBP"):
            mood.add("present")
        names.append(f"as {dep.lower() if dep in _DEPS else 'other'}")
    names.extend(sorted(mood))
    length = frame.last - frame.first + 1
    names.append(
        "length "
        + ("1" if length == 1 else "2" if length == 2 else "3-4" if length < 5 else "5-9" if length < 10 else "10")
    )
    if length <= 2 and parse.pos[frame.first] == "PRON":
        names.append("pronoun")
    if quoted:
        names.append("quoted")
    if any(c.isdigit() for c in parse.words(frame.first, frame.last)):
        names.append("number")
    left = parse.lower[parse.left[cue]]
    if left in _LEFT:
        names.append(f"after {left}")
    return names


def _source(parse: Parse, source: int | None) -> str:
    if source is None:
        return "source none"
    word, entity = parse.lower[source], parse.ent[source]
    for words, name in ((_FIRST, "first"), (_IT, "it"), (_THEY, "they"), (_HE, "he")):
        if word in words:
            return f"source {name}"
    if entity in ("PERSON", "NORP"):
        return "source person"
    if entity in ("ORG", "GPE"):
        return "source organization"
    return "source noun"
