"""Comparing figures: what a figure is, which two can be held against each other, and what comes of it.

`figures` and `book` gather claims to figures; `account` marks what one article's numbers are to each other. `periods`,
`amounts`, `holders` and `pairs` judge two figures by the vocabulary of `rules`; `disputes` looks through the book;
`corrections` finds what was withdrawn or denied; `checks` is the arithmetic of one article.
"""
