"""Brings catalogues in line with what code and templates say: `python -m tests.messages`."""

from tests.messages.said import catalogues, update

for one in catalogues():
    update(one)
