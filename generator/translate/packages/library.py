"""The argostranslate library, loaded as late as can be: it creates folders while loading."""

from __future__ import annotations

from typing import Any

from generator.errors import PackageError


def load_argos() -> Any:
    """Import argostranslate with its settings and packages.

    Raises:
        PackageError: it can't be loaded.
    """
    try:
        import argostranslate
        import argostranslate.package
        import argostranslate.settings
    except (ImportError, OSError) as error:
        raise PackageError(
            "argostranslate",
            f"can't be loaded ({error})",
            "run make site to install it, or mend the rights of its folders",
        ) from error
    return argostranslate
