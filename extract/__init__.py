"""Text in, dataclasses out: from the bytes of a page to who said which number about what.

Knows neither HTTP nor SQLite. `extract.model` holds the dataclasses that every other module hands on.
"""
