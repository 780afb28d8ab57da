"""Known discrepancies and look-alikes, as small articles with claims by hand: what comparing must and must not find."""
