"""The Argos packages the engine runs: found, fetched, verified and installed.

A package is a zip file (`.argosmodel`) with one folder: `metadata.json`, a CTranslate2 model in
`model/`, and a tokenizer. Installed, that folder lies where argostranslate looks for it. Only
`offer`, `list_offers`, `size_of`, `download` and `install` use the network.
"""

from generator.translate.packages.fetch import Progress, download
from generator.translate.packages.installation import install, install_file
from generator.translate.packages.installed import (
    Installed,
    find_package,
    list_installed,
    package_folder,
)
from generator.translate.packages.known import KNOWN, KnownPackage
from generator.translate.packages.metadata import Metadata
from generator.translate.packages.offers import Offer, is_due, list_offers, offer, size_of
from generator.translate.packages.receipt import Verdict, size_on_disk, verify
from generator.translate.packages.removal import remove

__all__ = [
    "KNOWN",
    "Installed",
    "KnownPackage",
    "Metadata",
    "Offer",
    "Progress",
    "Verdict",
    "download",
    "find_package",
    "install",
    "install_file",
    "is_due",
    "list_installed",
    "list_offers",
    "offer",
    "package_folder",
    "remove",
    "size_of",
    "size_on_disk",
    "verify",
]
