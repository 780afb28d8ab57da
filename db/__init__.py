"""Keeps what was fetched and read (the archive), and what is published of it (the claims database)."""
