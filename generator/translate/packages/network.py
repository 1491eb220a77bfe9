"""What went wrong on the network, in words."""

from __future__ import annotations

import requests

CAUSES = (
    (requests.Timeout, "no answer in time"),
    (requests.exceptions.SSLError, "no secure connection"),
    (requests.exceptions.ChunkedEncodingError, "connection cut"),
    (requests.ConnectionError, "no connection"),
)
"""The first that fits."""


def cause(error: requests.RequestException) -> str:
    """Say in words what requests raised."""
    if error.response is not None:
        return f"HTTP {error.response.status_code}"
    for kind, words in CAUSES:
        if isinstance(error, kind):
            return words
    return type(error).__name__
