"""Finds and fetches coverage, and keeps every response. Knows nothing of claims."""
