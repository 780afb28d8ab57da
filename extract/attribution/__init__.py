"""Who says what: direct, indirect and mixed speech, with speakers resolved through the article."""

from extract.attribution.find import at, chain, find

__all__ = ["at", "chain", "find"]
