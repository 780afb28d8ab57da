"""What a noun names: requests, people, papers, outcomes, or another story's things."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extract.claims import lexicon
from extract.claims.triggers import lemma

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
BEYOND = frozenset({"past", "beyond"})
"""What stands before a time, not before what is counted: "kept 340 past release"."""
ANAPHORS = frozenset({"them", "those", "these", "it", "which", "whom", "us", "that"})


def is_holds(token: Token) -> bool:
    """ "ICE holds", which the tagger takes for a verb."""
    if token.lower_ != "holds" or not token.i:
        return False
    counted = (token.nbor(-1).like_num or token.nbor(-1).lower_ in {"no", "zero"}) and (
        token.i + 1 == len(token.doc) or token.nbor(1).lower_ != "that"
    )
    return counted or token.nbor(-1).lower_ in {"ice", "immigration", "federal", "detainer", "many"}


def kind_of(token: Token | None) -> str:
    """The kind of thing a noun names: of the lexicon, `foreign`, or `unknown`."""
    if token is None:
        return "bare"
    word = "hold" if is_holds(token) else lemma(token)
    if word in {"other", "another", "more", "such"} and token.tag_ not in NOUNS:
        return "bare"
    if word in lexicon.noun_measures():
        return "noun"
    kind = lexicon.kinds().get(word) or lexicon.kinds().get(token.lower_)
    if kind == "detainer" and word == "request" and _other_request(token):
        return "foreign"
    if kind:
        return kind
    return "foreign" if word in lexicon.words("foreign") or token.ent_type_ in {"DATE", "TIME", "MONEY"} else "unknown"


def _other_request(token: Token) -> bool:
    near = {token.doc[i].lower_ for i in range(max(token.sent.start, token.i - 2), token.i)}
    later = [t.lower_ for t in token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]]
    return bool(near & lexicon.words("other_requests")) or (
        later[:1] in (["for"], ["under"]) and bool(set(later) & lexicon.words("other_requests"))
    )


def partitive_object(of: Token, sentence: Span) -> Token | None:
    """The last noun or pronoun of what "of" governs: "detainers" of "of ICE's detainers", "of the March detainers"."""
    found: Token | None = None
    for i in range(of.i + 1, min(of.i + 9, sentence.end)):
        token = of.doc[i]
        if token.tag_ == "POS":
            found = None
        elif token.text[0].isupper() and found is not None and found.tag_ == "NNS":
            break
        elif token.lower_ in {"them", "us", "whom"} and found is None:
            return token
        elif token.tag_ in NOUNS or is_holds(token) or (token.lower_ in ANAPHORS and found is None):
            found = token
        elif not (_opens_phrase(token, found) or (token.tag_ == "CD" and found is not None and _dated(found))):
            break
    return found


def _opens_phrase(token: Token, found: Token | None) -> bool:
    """Whether a word may stand before the noun that is looked for."""
    if token.lower_ in {"the", "a", "an"}:
        return found is None
    before = found is None or found.tag_ not in NOUNS
    return (
        before and token.tag_ in {"CD", "JJ", "PRP$", "RB", "IN", "HYPH"} and token.lower_ not in {"in", "by", "from"}
    )


def _dated(token: Token) -> bool:
    return token.ent_type_ == "DATE" or token.lower_ == "fiscal"


def following_noun(span: Span, sentence: Span) -> Token | None:
    last: Token | None = None
    for i in range(span.end, min(span.end + 6, sentence.end)):
        token = span.doc[i]
        if token.lower_ in BEYOND and last is None:
            break
        if token.tag_ in NOUNS or is_holds(token):
            if token.tag_ in {"NNP", "NNPS"} and last is not None and last.tag_ in {"NNS", "NN"}:
                break
            last = token
        elif (
            token.lower_ in {"percent", "%", "’s", "'s"}
            or token.tag_ in {"JJ", "JJR", "HYPH", "CD"}
            or token.text in {"-", "”", '"'}
        ):
            if last is not None:
                break
        elif token.tag_ in {"VBN", "VBG"} and last is None and i + 1 < sentence.end and span.doc[i + 1].tag_ in NOUNS:
            continue
        else:
            break
    if last is not None and last.i + 1 < sentence.end and last.ent_type_ in {"DATE", "TIME"} and last.tag_ != "NNS":
        return None
    return last
