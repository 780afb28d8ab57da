"""One mention of an official: a name with the role beside it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.officials.roles import Role


@dataclass(frozen=True)
class Found:
    """`name` stands at `start:end`; `role` is its phrase, `how` the shape that joined them, `near` the text around
    the role
    in which its agency may be named (character span)."""

    name: str
    start: int
    end: int
    role: Role
    role_text: str
    how: str
    """`title`, `apposition`, `relative`, `copula`, `signature`, `before`."""
    near: tuple[int, int]
