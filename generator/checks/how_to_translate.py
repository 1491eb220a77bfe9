"""What to do about texts that are not translated."""

from __future__ import annotations

from generator.language.codes import name_package
from generator.model import Language
from generator.settings import Settings


def how_to_translate(language: Language, settings: Settings) -> str:
    """Return what to do so that texts in `language` are translated."""
    target = settings.target_for(language)
    setting = f'set {language} = "{target}" in translate in pyproject.toml, '
    install = " and ".join(
        f"chronology model install {name_package(source, into, settings.package_versions)}"
        for source, into in settings.packages_for(language)
    )
    return f"{'' if language in settings.translate else setting}run {install}, then chronology generate"
