"""Learns what the generator weighs with, from folders of pages. Not needed to use it."""
