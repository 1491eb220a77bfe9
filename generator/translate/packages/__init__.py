"""The Argos packages the engine runs: found, fetched, verified and installed.

A package is a zip file (`.argosmodel`) with one folder: `metadata.json`, a CTranslate2 model in
`model/`, and a tokenizer. Installed, that folder lies where argostranslate has its own, which is not
needed. Only `offer`, `list_offers`, `size_of`, `download` and `install` use the network.
"""

from generator.translate.packages.fetch import Progress, download
from generator.translate.packages.index import is_due, list_offers, offer, size_of
from generator.translate.packages.installation import install, install_file, remove
from generator.translate.packages.installed import (
    InstalledPackage,
    find_package,
    list_broken,
    list_installed,
    package_folder,
)
from generator.translate.packages.model_folder import install_folder
from generator.translate.packages.package import PINNED, Metadata, Offer, is_version
from generator.translate.packages.receipt import Verdict, size_on_disk, verify

__all__ = [
    "PINNED",
    "InstalledPackage",
    "Metadata",
    "Offer",
    "Progress",
    "Verdict",
    "download",
    "find_package",
    "install",
    "install_file",
    "install_folder",
    "is_due",
    "is_version",
    "list_broken",
    "list_installed",
    "list_offers",
    "offer",
    "package_folder",
    "remove",
    "size_of",
    "size_on_disk",
    "verify",
]
