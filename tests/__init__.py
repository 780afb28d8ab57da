"""Tests read as examples: (text, expected) pairs with small builders; real parts throughout."""
