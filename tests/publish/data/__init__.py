"""Data for other programs."""
