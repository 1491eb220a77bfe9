"""An entry in which git left two versions is named, left as it is, and teaches nothing."""

from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, add_seed, all_issues, entry_path, run


def test_two_versions_of_a_translation_are_not_learnt(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    path = entry_path(project, "a.txt")
    memory = project / "content/.generated/memory.tmx"
    before = memory.read_bytes()
    made = path.read_text("utf-8")
    before_it, found, after_it = made.partition(rf"\[en\] {FIRST}")
    assert found, made
    marked = "<<<<<<< HEAD\nThe spokesman said so.\n=======\nThe speaker said so.\n>>>>>>> theirs"
    path.write_text(f"{before_it}{marked}{after_it}", encoding="utf-8")
    text = path.read_text("utf-8")
    issues = all_issues(run(project, FakeEngine()))
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    told = {(issue.place.rpartition(":")[2], issue.problem) for issue in issues}
    assert told == {(str(line), "two versions stand here, with the marks of git")}
    assert path.read_text("utf-8") == text
    assert memory.read_bytes() == before


def test_marks_in_a_baseline_go_when_it_reads_as_the_entry_without_them(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    run(project, FakeEngine())
    (baseline,) = (project / "content/.generated/entries").glob("*.md")
    made = baseline.read_text("utf-8")
    line = rf"\[en\] {FIRST}"
    marked = f"<<<<<<< HEAD\n=======\n{line}\n>>>>>>> theirs"
    baseline.write_text(made.replace(line, marked), encoding="utf-8")
    run(project, FakeEngine())
    assert baseline.read_text("utf-8") == made
