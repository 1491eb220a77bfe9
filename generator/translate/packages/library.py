"""The argostranslate library: where packages lie, and where more are to be had.

Reading and running a package needs none of it, so an installation without it translates. It is loaded as
late as can be: it creates folders while loading.
"""

from __future__ import annotations

from typing import Any

from generator.errors import PackageError


def argos_settings() -> Any | None:
    """Return argostranslate's settings; None where it is not installed.

    Raises:
        PackageError: it is there, and can't be loaded.
    """
    try:
        import argostranslate.settings
    except ModuleNotFoundError:
        return None
    except (ImportError, OSError) as error:
        raise PackageError(
            "argostranslate",
            f"can't be loaded ({error})",
            "install it again, or mend the rights of its folders",
        ) from error
    return argostranslate.settings


def need_settings() -> Any:
    """Return argostranslate's settings, for what can't be done without.

    Raises:
        PackageError: it is not installed, or can't be loaded.
    """
    settings = argos_settings()
    if settings is None:
        raise PackageError(
            "argostranslate",
            "is not installed, and finds the packages that can be fetched",
            'run: pip install --no-deps "argostranslate>=1.11,<2"; or fetch the .argosmodel file yourself '
            "and run: chronology model install PAIR --from FILE",
        )
    return settings
