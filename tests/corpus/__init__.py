"""Annotated documents of our own, in the format of the analysis: what a right reading of each would be."""
