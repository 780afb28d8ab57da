"""Benchmarks: they print figures of this machine and never assert a time (`make bench`)."""
