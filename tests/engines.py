"""Engines to put in place of the slow one."""

from collections.abc import Sequence

from generator.errors import PackageError
from generator.model import Language
from generator.translate.engine import EngineOutput

SCORE = -0.2
"""Mean log-probability per token: what a trained model gives a plain sentence."""


class FakeEngine:
    """Translates at once, always alike: `[en] ` before the sentence. Counts what it was asked."""

    def __init__(self, source: str = "de", target: str = "en", version: str = "1.3") -> None:
        self.source = Language(source)
        self.target = Language(target)
        self.package = f"translate-{source}_{target} {version}"
        self.calls: list[list[str]] = []

    @property
    def sentences(self) -> list[str]:
        """All sentences of all calls, in order."""
        return [sentence for call in self.calls for sentence in call]

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        self.calls.append(list(sentences))
        return [EngineOutput(f"[{self.target}] {sentence}", SCORE) for sentence in sentences]


class CrashingEngine(FakeEngine):
    """Fails in every call: as the engine does (PackageError), or as a bug would (RuntimeError).

    Args:
        expected: whether it is the failure the engine promises.
        after: how many calls go well before.
    """

    def __init__(self, *, expected: bool = True, after: int = 0) -> None:
        super().__init__()
        self.expected = expected
        self.after = after

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        translations = super().translate(sentences)
        if len(self.calls) <= self.after:
            return translations
        if self.expected:
            raise PackageError("translate-de_en-1_3", "failed while translating (crash)", "install it again")
        raise RuntimeError("crash")
