"""Where citations stand: fast patterns that keep the model from reading their numbers, and that tell where the citation
libraries are worth running."""

from __future__ import annotations

import re

from extract.needles import sought

_SPAN = sought(
    r"""
    \b\d{1,3}\s+(?:U\.?\s?S\.?\s?C\.?|C\.?\s?F\.?\s?R\.?|ILCS)(?:\s+Ann\.?)?(?:\s*(?:§§?|[Ss]ection|[Ss]ec\.))?
      \s*\d[\w.]*(?:[–-]\d[\w.]*)?(?:\(\w{1,4}\))*
  | \b(?:8\s+USC|8\s+CFR)\s+\d[\w.]*(?:\(\w{1,4}\))*
  | \b(?:INA|Section|section|Sec\.|Sections|sections|Chapter|chapter|Article|Art\.|Title|Pub\.?\s?L\.?(?:\s+No\.)?
      |Public\ Law|P\.A\.|Public\ Act|S\.L\.)
      \s+(?:§\s*)?\d[\w.]*(?:-\d[\w.]*)*(?:\(\w{1,4}\))*
  | §§?\s*\d[\w.]*(?:[-–:]\d[\w.]*)*(?:\(\w{1,4}\))*
  | \b287\ ?\([gG]\)
  | \b(?:[Ff]orms?\s+)?I-?(?:247|200|205|213|862|286)[A-Z]?(?:/[A-Z])?\b
  | \b[HS]\.?[BFR]\.?\ ?\d{1,2}-\d{3,4}\b
  | \b(?:House|Senate|Assembly)\s+(?:Joint\s+)?(?:Bill|Resolution|File)\s+(?:No\.\s*)?\d+\b
  | \b(?:[HSA]\.?B\.?|H\.R\.|HF|SF|EO|LL|L\.D\.|LD)\s?\d{1,5}\b
  | \b(?:Executive\s+Order|Local\s+Laws?|Ordinance|Directive|Proposition|Measure|Policy|Resolution|General\s+Order)
      \s+(?:No\.\s*)?\d[\d.-]*\d?\b
  | \b\d{1,4}\s+(?:F\.\s?(?:2d|3d|4th)|F\.\s?Supp\.(?:\s?[23]d)?|U\.S\.|Mass\.|A\.D\.\s?3d|S\.\s?Ct\.|Mont\.
      |Cal\.(?:\s?\dth)?|N\.E\.\s?[23]d|P\.\s?[23]d)\s+\d{1,4}\b
  | \bNo\.\s+\d{1,2}(?::\d{2})?-(?:cv-)?\d{3,6}(?:-\w+)?
  | \bSJC-\d+\b
    """,
    re.VERBOSE,
)


def spans(text: str) -> list[tuple[int, int]]:
    """Character spans of citations, bill and form numbers."""
    return [match.span() for match in _SPAN.finditer(text)]
