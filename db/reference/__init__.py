"""Official tables whose figures stand beside the quoted ones."""

from db.reference.file import load, tables_of
from db.reference.model import OfficialFigure

__all__ = ["OfficialFigure", "load", "tables_of"]
