from datetime import date
from pathlib import Path

import pytest

from sctui.config import Settings, read_settings, save_entry, save_setting
from sctui.errors import ConfigError
from sctui.scheduler.plans import Break, Exam
from sctui.scheduler.settings import DeckSettings, DueOrder, Limit
from sctui.text.script import Script


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "config.toml"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def test_no_file_means_defaults_and_writes_nothing(file: Path) -> None:
    assert read_settings(file) == Settings()
    assert not file.parent.exists()


def test_every_setting_is_read(file: Path) -> None:
    _write(
        file,
        'script = "zh-Hant-TW"\ntheme = "nord"\nnew_per_day = 5\nreviews_per_day = 0\n'
        "desired_retention = 0.85\nrollover_hour = 0\n",
    )
    assert read_settings(file) == Settings(
        script=Script.TAIWAN,
        theme="nord",
        new_per_day=5,
        reviews_per_day=0,
        desired_retention=0.85,
        rollover_hour=0,
    )


def test_the_tables_are_read(file: Path) -> None:
    _write(
        file,
        """
        learning_steps = ["30s", "10m", "1d"]
        relearning_steps = []
        due_order = "saveable"
        [library]
        new_per_day = 30
        [deck."a::b"]
        reviews_per_day = 50
        desired_retention = 0.95
        [topic."trials / lupus"]
        new_per_day = 3
        [[exam]]
        deck = "a"
        date = 2027-05-31
        minutes = 45
        [[exam]]
        date = 2027-06-01
        [[pause]]
        first = 2026-12-24
        last = 2027-01-02
        """,
    )
    assert read_settings(file) == Settings(
        learning_steps=(30, 600, 86_400),
        relearning_steps=(),
        due_order=DueOrder.SAVEABLE,
        library=Limit(new=30),
        deck=(DeckSettings("a::b", Limit(reviews=50), 0.95),),
        topic=(DeckSettings("trials / lupus", Limit(new=3)),),
        exam=(Exam(date(2027, 5, 31), 45, deck="a"), Exam(date(2027, 6, 1))),
        pause=(Break(date(2026, 12, 24), date(2027, 1, 2)),),
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('learning_steps = "1m"', "learning_steps"),
        ('learning_steps = ["soon"]', "learning_steps"),
        ("learn_ahead = 20", "learn_ahead"),
        ("buttons = 3", "buttons"),
        ('due_order = "later"', "due_order"),
        ("bury_siblings = 1", "bury_siblings"),
        ("library = 5", "library"),
        ('[deck."a::b"]\nnew_per_dya = 5', "deck.a::b.new_per_dya"),
        ('[deck."a"]\ndesired_retention = 2', "deck.a.desired_retention"),
        ('[topic."t"]\ndesired_retention = 0.9', "topic.t.desired_retention"),
        ("deck = 5", "deck"),
        ("[deck]\na = 5", "deck.a"),
        ('[[exam]]\ndeck = "a"', "exam.date"),
        ('[[exam]]\ndate = "2027-05-31"', "exam.date"),
        ('[[exam]]\ndate = 2027-05-31\ndeck = "a"\ntopic = "t"', "exam.topic"),
        ("[exam]\ndate = 2027-05-31", "exam"),
        ("[[pause]]\nfirst = 2027-01-02\nlast = 2026-12-24", "pause.last"),
        ("new_per_dya = 5", "new_per_dya"),
        ('new_per_day = "5"', "new_per_day"),
        ("new_per_day = true", "new_per_day"),
        ("new_per_day = -1", "new_per_day"),
        ("new_per_day = 2.5", "new_per_day"),
        ("rollover_hour = 24", "rollover_hour"),
        ("desired_retention = 90", "desired_retention"),
        ('script = "klingon"', "script"),
        ("theme = 3", "theme"),
        ("[script]\nx = 1", "script"),
    ],
)
def test_a_wrong_setting_is_named(file: Path, text: str, key: str) -> None:
    _write(file, text)
    with pytest.raises(ConfigError) as caught:
        read_settings(file)
    assert str(file) in caught.value.message
    assert f"`{key}`" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[exam]]\ndate = 2027-05-31\nminuts = 30", "`exam.minuts` is no key that is known here"),
        ("[[exam]]\ndate = 2027-05-31\n[[exam]]\ndate = 2027-06-01\ntime = 9", "`exam.2.time` is no key"),
        ("[[exam]]\ndate = 2027-05-31T09:00:00", "`exam.date` is 2027-05-31T09:00:00"),
        ('[[exam]]\ndate = 2027-05-31\ndeck = ["a", "b"]', '`exam.deck` is ["a", "b"]'),
        ("[[pause]]\nfirst = 2027-01-02", "`pause.last` is missing"),
        ("[[pause]]\nfirst = 2027-01-02\nlast = 2026-12-24", "`pause.last` is 2026-12-24"),
        ("[library]\nnew_per_day = true", "`library.new_per_day` is true"),
        ("new_per_day = {at_most = 5}", "`new_per_day` is {at_most = 5}"),
    ],
)
def test_what_is_wrong_is_told_as_it_stands_in_the_file(file: Path, text: str, told: str) -> None:
    _write(file, text)
    with pytest.raises(ConfigError) as caught:
        read_settings(file)
    assert told in caught.value.message


@pytest.mark.parametrize("content", [b"script = ", b"\xff\xfe\x00"])
def test_what_is_not_toml_is_an_error(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(ConfigError):
        read_settings(file)


def test_a_directory_is_an_error(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(ConfigError):
        read_settings(file)


def test_saving_changes_one_line_only(file: Path) -> None:
    _write(file, '# mine\nnew_per_day = 5\nscript = "zh-Hans"  # for now\n# end')
    save_setting(file, "script", Script.TAIWAN)
    assert file.read_text("utf-8") == '# mine\nnew_per_day = 5\nscript = "zh-Hant-TW"  # for now\n# end'


def test_saving_leaves_the_tables_alone(file: Path) -> None:
    _write(file, '# mine\n[deck."a"]\nnew_per_day = 5\n')
    save_setting(file, "script", Script.TAIWAN)
    save_setting(file, "new_per_day", 9)
    assert file.read_text("utf-8") == (
        '# mine\nscript = "zh-Hant-TW"\nnew_per_day = 9\n\n[deck."a"]\nnew_per_day = 5\n'
    )


def test_saving_adds_what_was_not_there(file: Path) -> None:
    save_setting(file, "script", Script.SIMPLIFIED)
    save_setting(file, "theme", 'a "#" b')
    save_setting(file, "theme", "nord")
    assert file.read_text("utf-8") == 'script = "zh-Hans"\ntheme = "nord"\n'
    assert [path.name for path in file.parent.iterdir()] == ["config.toml"]


def test_a_home_that_cannot_be_written_is_an_error(file: Path) -> None:
    file.parent.write_text("a file where the folder should be")
    with pytest.raises(ConfigError) as caught:
        save_setting(file, "script", Script.SIMPLIFIED)
    assert "`script`" in caught.value.message


_EXAM = Exam(date(2027, 5, 31), 30, "甲::乙")
_BREAK = Break(date(2027, 5, 1), date(2027, 5, 9))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# mine\nnew_per_day = 5 # few\n\n[library]\nnew_per_day = 7\n",
        "[[exam]] # first\ndate = 2027-01-01\n# mine\n\n[library]\nnew_per_day = 7\n\n[[exam]]\ndate = 2027-02-01\n",
        "exam = [{date = 2027-01-01}]\nnew_per_day = 3\n",
    ],
)
def test_planning_adds_a_table_and_takes_it_out_and_leaves_every_other_line(file: Path, text: str) -> None:
    _write(file, text)
    before = read_settings(file)
    save_entry(file, "exam", _EXAM, gone=False)
    save_entry(file, "pause", _BREAK, gone=False)
    planned = read_settings(file)
    assert planned.exam == (*before.exam, _EXAM)
    assert planned.pause == (_BREAK,)
    save_entry(file, "exam", _EXAM, gone=True)
    save_entry(file, "pause", _BREAK, gone=True)
    assert read_settings(file) == before
    assert _lines(file.read_text("utf-8")) == _lines(text)


def _lines(text: str) -> list[str]:
    """In any order: tables of one name may come to stand together."""
    return sorted(line for line in text.split("\n") if line)


def test_only_the_exam_that_is_meant_is_taken_out(file: Path) -> None:
    _write(file, "[[exam]]\ndate = 2027-01-01\n[[exam]]\ndate = 2027-01-01\nminutes = 5\n# a note\n")
    save_entry(file, "exam", _EXAM, gone=True)  # not there
    save_entry(file, "exam", Exam(date(2027, 1, 1)), gone=True)
    assert read_settings(file).exam == (Exam(date(2027, 1, 1), 5),)
    assert "# a note" in file.read_text("utf-8")
    save_entry(file, "exam", Exam(date(2027, 1, 1), 5), gone=True)
    assert "exam" not in file.read_text("utf-8")


def test_a_plan_in_a_file_that_is_no_toml_is_not_saved(file: Path) -> None:
    _write(file, "new_per_day = \n")
    with pytest.raises(ConfigError, match="`exam` could not be saved"):
        save_entry(file, "exam", _EXAM, gone=False)
    assert file.read_text("utf-8") == "new_per_day = \n"
