"""Comparing figures: what a figure is, which two can be held against each other, and what comes of it.

`figures` and `book` gather claims to figures; `periods`, `amounts` and `pairs` judge two of them by `rules`;
`disputes` looks through the book; `corrections` finds what was withdrawn; `checks` is the arithmetic of one article.
"""
