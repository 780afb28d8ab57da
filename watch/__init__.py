"""The front door: command line, nightly job and demo newsroom.

Carries things from room to room, with no logic of its own.
"""
