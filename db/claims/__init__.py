"""The claims database as it is published: its tables, the way back to the bytes, and its exports as files."""
