"""Publishers by the hosts of their sites: a small list, and what an editor adds to it in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KNOWN: Mapping[str, str] = MappingProxyType(
    {
        "apnews.com": "Associated Press",
        "bbc.co.uk": "BBC",
        "bbc.com": "BBC",
        "dw.com": "Deutsche Welle",
        "faz.net": "Frankfurter Allgemeine Zeitung",
        "reuters.com": "Reuters",
        "scmp.com": "South China Morning Post",
        "spiegel.de": "Der Spiegel",
        "sueddeutsche.de": "Süddeutsche Zeitung",
        "tass.com": "TASS",
        "xinhuanet.com": "Xinhua",
        "news.cn": "Xinhua",
    }
)


def site_of(host: str, own: Mapping[str, str]) -> str | None:
    """Return who publishes at a host, or at the one it belongs to: `www.`, `english.`, `news.`.

    Args:
        host: of an address.
        own: names by host, as an editor knows them; they come first.
    """
    parts = host.casefold().split(".")
    names = [".".join(parts[start:]) for start in range(len(parts) - 1)]
    return next((table[name] for table in (own, KNOWN) for name in names if name in table), None)
