"""The demo newsroom: a small static site of our own, as untidy as real ones, served over HTTP on 127.0.0.1."""
