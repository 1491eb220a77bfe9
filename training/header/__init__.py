"""Learns again what the header's candidates weigh: `python -m training.header FOLDER…`."""
