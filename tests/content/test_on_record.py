"""What lies in .generated/ is listed once, by the keys of entries."""

from generator.content.paths import ContentPaths, OnRecord

KEY = "a ü.txt"


def test_each_kind_is_told_by_its_own_file(tmp_path):
    paths = ContentPaths(tmp_path)
    assert not any(_told(OnRecord(paths)))
    kinds = (paths.baseline, paths.journal, paths.conflicts, paths.review, paths.cleaning)
    for number, file_of in enumerate(kinds):
        file = file_of(KEY)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        assert _told(OnRecord(paths)) == [place == number for place in range(len(kinds))]
        file.unlink()


def test_what_comes_later_is_not_seen(tmp_path):
    paths = ContentPaths(tmp_path)
    before = OnRecord(paths)
    paths.baselines.mkdir(parents=True)
    paths.baseline(KEY).touch()
    assert not before.has_baseline(KEY)


def _told(listed: OnRecord) -> list[bool]:
    return [
        listed.has_baseline(KEY),
        listed.is_unsettled(KEY),
        listed.has_conflicts(KEY),
        listed.has_review(KEY),
        listed.has_cleaning(KEY),
    ]
