"""Whole runs with a term base: what it changes, what it leaves, what is told."""

import pytest

from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.errors import InputError
from generator.generate.pipeline import generate
from generator.language.markup import plain
from generator.model import Language
from generator.settings import load_settings
from generator.translate.engine import EngineOutput
from generator.translate.engines import ArgosEngines
from generator.translate.packages import install_file
from tests.engines import FakeEngine
from tests.generate.runs import add_seed, all_issues, edit, entries, forget, outcomes, run
from tests.integration.support import make_project
from tests.models import fetch_model

FIRST = "Nach Angaben des Ministeriums reist der Minister am Donnerstag nach Peking, um dort zu verhandeln."
SECOND = "Das Treffen dauert nach Angaben des Ministeriums eine Woche und findet auf See statt."
BEIJING = "terms:\n- {de: Peking, en: Beijing, article: false}\n"


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path / "project")
    add_seed(project, "a.txt", FIRST, SECOND)
    add_seed(project, "b.txt", SECOND)
    return project


def write_terms(project, text: str) -> None:
    (project / "content/terms.yml").write_text(text, encoding="utf-8")


def translations(project, seed: str) -> list[str]:
    return [plain(segment.rendering.text) for segment in entries(project)[seed].segments if segment.rendering]


class Silent(FakeEngine):
    """Never says the word."""

    def translate(self, sentences):
        texts = super().translate(sentences)
        return [EngineOutput(one.text.replace("Peking", "there").replace("Smith", "there")) for one in texts]


def test_a_new_term_is_obeyed_at_the_next_run_and_nothing_is_translated_again(project):
    run(project, FakeEngine())
    assert "nach Peking" in translations(project, "a.txt")[-2]
    write_terms(project, BEIJING)
    engine = FakeEngine()
    assert outcomes(run(project, engine)) == {"a.txt": "changed", "b.txt": "unchanged"}
    assert "nach Beijing" in translations(project, "a.txt")[-2]
    assert engine.calls == []


def test_a_term_taken_away_gives_the_engines_words_back(project):
    write_terms(project, BEIJING)
    run(project, FakeEngine())
    write_terms(project, "terms:\n")
    run(project, FakeEngine())
    assert "nach Peking" in translations(project, "a.txt")[-2]


def test_the_memory_keeps_the_engines_words(project):
    write_terms(project, BEIJING)
    run(project, FakeEngine())
    memory = load_memory(ContentPaths(project / "content").memory)
    assert memory.lookup(FIRST, "de", "en").target == f"[en] {FIRST}"


def test_with_unchanged_terms_nothing_is_done_again(project):
    write_terms(project, BEIJING)
    run(project, FakeEngine())
    assert set(outcomes(run(project, FakeEngine())).values()) == {"unchanged"}


def test_a_translation_with_a_term_put_right_is_no_editors_work(project):
    """Neither does the next run learn it as a person's, nor is it called edited."""
    write_terms(project, BEIJING)
    run(project, FakeEngine())
    add_seed(project, "c.txt", FIRST)
    run(project, FakeEngine())
    memory = load_memory(ContentPaths(project / "content").memory)
    assert {str(pair.by) for pair in memory.pairs.values()} == {"argos"}


def test_what_an_editor_wrote_stays_whatever_the_terms_say(project):
    run(project, FakeEngine())
    edit(project, "a.txt", "nach Peking, um dort zu verhandeln.\n{: lang=en }", "to Peking.\n{: lang=en }")
    write_terms(project, BEIJING)
    results = run(project, FakeEngine())
    assert translations(project, "a.txt")[-2].endswith("to Peking.")
    assert not [issue for issue in all_issues(results) if "term" in issue.problem]


def test_a_term_that_can_not_be_put_right_is_told_with_entry_and_segment(project):
    write_terms(project, BEIJING)
    (issue,) = [issue for issue in all_issues(run(project, Silent())) if "term" in issue.problem]
    entry = entries(project)["a.txt"]
    segment = next(segment for segment in entry.segments if "Peking" in segment.text)
    assert issue.severity == "warning"
    assert issue.place == f"content/entries/{entry.slug}.md, {segment.id}"
    assert issue.problem == "the translation breaks a term: “Peking” is to be “Beijing”"
    assert "content/terms.yml" in issue.remedy


def test_a_broken_term_base_stops_the_run_before_anything_is_written(project):
    write_terms(project, "terms:\n- {de: Peking}\n")
    with pytest.raises(InputError, match="needs two languages"):
        run(project, FakeEngine())
    assert list((project / "content/entries").iterdir()) == []


class Free(FakeEngine):
    """Names another town; with a stand-in it loses the day, unless it is told to keep it."""

    def __init__(self, *, keeps_day: bool) -> None:
        super().__init__()
        self.keeps_day = keeps_day

    def translate(self, sentences):
        def text(sentence: str) -> str:
            day = "on Thursday" if self.keeps_day or "Smith" not in sentence else "soon"
            town = "Smith" if "Smith" in sentence else "the capital"
            return f"The ministry says that the minister travels to {town} {day} for talks there."

        return [EngineOutput(text(s) if "reist der Minister" in s else "Metropolis") for s in sentences]


@pytest.mark.parametrize("keeps_day", [True, False])
def test_a_sentence_with_stand_ins_is_taken_only_where_it_says_no_less(project, keeps_day):
    write_terms(project, BEIJING)
    run(project, Free(keeps_day=keeps_day))
    (text,) = (one for one in translations(project, "a.txt") if "travels" in one)
    assert ("on Thursday" in text, "Beijing" in text) == (True, keeps_day)


def test_what_helps_with_terms_is_kept_beside_the_memory(project):
    write_terms(project, BEIJING)
    run(project, Free(keeps_day=True))
    paths = ContentPaths(project / "content")
    assert "Smith" not in paths.memory.read_text(encoding="utf-8")
    assert "Smith" in paths.helps.read_text(encoding="utf-8")
    before = translations(project, "a.txt")
    forget(project)
    run(project)
    assert translations(project, "a.txt") == before


@pytest.mark.model
def test_with_the_real_package_names_and_terms_come_out_as_fixed(project, tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    install_file(fetch_model(), (Language("zh"), Language("en")))
    (project / "pyproject.toml").write_text(
        '[tool.chronology]\ntranslate = { zh = "en" }\n', encoding="utf-8"
    )
    write_terms(
        project,
        "terms:\n- {zh: 绍伊古, en: Shoigu, article: false}\n"
        "- {zh: 海上联合巡航, en: joint maritime patrol}\n",
    )
    record = "---\nkind: person\nname: {en: Wei Fenghe, de: Wei Fenghe, zh: 魏凤和}\n---\n"
    (project / "content/records/wei-fenghe.md").write_text(record, encoding="utf-8")
    text = (
        "魏凤和在莫斯科会见了绍伊古。海上联合巡航结束后，舰艇编队返回青岛。"
        "绍伊古邀请魏凤和参加莫斯科国际安全会议。"
    )
    (project / "seeds/zh.txt").write_text(f"{text * 5}\n", encoding="utf-8")
    (project / "seeds/zh.yml").write_text("language: zh\ntitle: 绍伊古的访问将持续三天\n", encoding="utf-8")
    results = list(generate(load_settings(project), ArgosEngines(False, print, lambda *_: None), ["zh.txt"]))
    assert not [issue for issue in all_issues(results) if "term" in issue.problem]
    assert "Shoigu" in entries(project)["zh.txt"].title
    (english,) = set(translations(project, "zh.txt"))
    for words in ("Wei Fenghe met Shoigu in Moscow", "joint maritime patrol", "Shoigu invited Wei Fenghe"):
        assert words in english
