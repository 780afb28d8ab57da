"""The health of sources: what a run did for each, held against what is usual, with the cause of trouble named."""

from spiders.health.report import SourceHealth, report

__all__ = ["SourceHealth", "report"]
