"""The Argos packages the engine runs: found, fetched, verified and installed.

A package is a zip file (`.argosmodel`) with one folder: `metadata.json`, a CTranslate2 model in
`model/`, and a tokenizer. Installed, that folder lies where argostranslate looks for it. Only
`offer`, `size_of`, `download` and `install` use the network.
"""

from generator.generate.translate.packages.fetch import Progress, download
from generator.generate.translate.packages.installation import install, install_file
from generator.generate.translate.packages.installed import find_package, package_folder
from generator.generate.translate.packages.known import KNOWN, KnownPackage
from generator.generate.translate.packages.offers import Offer, offer, size_of

__all__ = [
    "KNOWN",
    "KnownPackage",
    "Offer",
    "Progress",
    "download",
    "find_package",
    "install",
    "install_file",
    "offer",
    "package_folder",
    "size_of",
]
