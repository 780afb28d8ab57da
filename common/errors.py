"""Errors meant for a person: one line that names what is wrong and what to do about it."""

from __future__ import annotations


class Failure(Exception):
    """Something did not work. `str()` is one line: what, where, and the remedy."""

    exit_status = 1


class BadInput(Failure):
    """What was given is wrong (a config, a file of decisions, an option): the caller has to change it."""

    exit_status = 2
