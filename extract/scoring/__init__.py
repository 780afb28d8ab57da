"""How well an analysis agrees with a gold annotation of the same text.

`score_document` compares one pair, `Score` adds up documents, `Score.table` prints what the accuracy section of the
README shows. The rules of matching are in `matching`; the lists that are compared are in `items`.
"""

from extract.scoring.items import score_document
from extract.scoring.tally import Score

__all__ = ["Score", "score_document"]
