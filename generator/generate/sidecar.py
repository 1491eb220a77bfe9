"""A seed's sidecar, `seeds/<name>.yml`: what is known about it from outside its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.content import front_matter
from generator.content.fields import Fields
from generator.errors import InputError
from generator.model import Language


@dataclass(frozen=True)
class Sidecar:
    """Facts supplied by a person; they win over what the text seems to say."""

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    language: Language | None = None


def sidecar_path(seed: Path) -> Path:
    """Return where the sidecar of `seed` is, if it has one."""
    return seed.with_suffix(".yml")


def load_sidecar(path: Path, place: str) -> Sidecar:
    """Read a sidecar; a seed without one has an empty one.

    Raises:
        InputError: unknown keys, or values that can't be used.
    """
    try:
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise InputError(place, "leads out of seeds/", "copy the sidecar itself into seeds/")
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Sidecar()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(place, f"can't be read ({error})", "save it as UTF-8 text") from error
    fields = Fields(front_matter.parse(text, place), place)
    sidecar = fields.fill(Sidecar)
    fields.finish("a sidecar may hold: url, publisher, title, published, language")
    return sidecar
