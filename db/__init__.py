"""Keeps what was fetched and read (`archive`), and what is published of it (`claims`, made by `build`).

Between the two: `stories`, `identities`, `comparing`, `decisions` and `reference`, each an idea with its vocabulary.
"""
