"""Building the claims database from the archive."""

from db.build.passes import BuildReport, build

__all__ = ["BuildReport", "build"]
