"""Articles that are one piece of reporting: found among each other, and what each is to its original."""

from db.stories.grouping import KINDS, ORIGINAL, assign

__all__ = ["KINDS", "ORIGINAL", "assign"]
