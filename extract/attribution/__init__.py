"""Who says what: direct, indirect and mixed speech, with speakers resolved through the article."""

from extract.attribution.nesting import at, chain
from extract.attribution.quotes import find

__all__ = ["at", "chain", "find"]
