"""The packages we checked."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Language
from generator.translate.packages.metadata import Metadata


@dataclass(frozen=True)
class KnownPackage:
    """A package whose content was checked by us: it is installed from no other file."""

    source: Language
    target: Language
    version: str
    url: str
    sha256: str
    size_bytes: int | None = None

    @property
    def metadata(self) -> Metadata:
        """What its metadata.json says."""
        return Metadata(self.source, self.target, self.version)


KNOWN = (
    KnownPackage(
        Language("de"),
        Language("en"),
        "1.3",
        "https://argos-net.com/v1/translate-de_en-1_3.argosmodel",
        "becc2b0011f8249fcb89be9ecb75ba0d876b1fab93c28ee6ff0420936897d637",
    ),
    KnownPackage(
        Language("zh"),
        Language("en"),
        "1.9",
        "https://argos-net.com/v1/translate-zh_en-1_9.argosmodel",
        "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
        74_481_402,
    ),
)


def find_known(metadata: Metadata) -> KnownPackage | None:
    """Return what we know of a package, by pair and version."""
    return next((known for known in KNOWN if known.metadata == metadata), None)
