"""Which certificates of servers are trusted: those that the environment names, as a company's proxy needs."""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import ChronologyError

VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
"""Each may name a file or a folder; the first that does counts."""
MAY_BE_NAMED = f"behind a proxy with certificates of its own, {VARIABLES[0]} is to name their file"
"""What to do where a server's are not known."""


def trusted_certificates(error: type[ChronologyError]) -> Path | None:
    """Return the file or folder of certificates that the environment names; None: those that come along.

    `error`: what is raised where it is not there.
    """
    named = next((file for name in VARIABLES if (file := os.environ.get(name))), None)
    if named and not Path(named).exists():
        remedy = f"it is to hold certificates: mend or unset {', '.join(VARIABLES)}"
        raise error(named, "is not there", remedy)
    return Path(named) if named else None
