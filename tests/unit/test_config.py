from pathlib import Path

import pytest

from sctui.config import Settings, read_settings, save_setting
from sctui.errors import ConfigError
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
    assert read_settings(file) == Settings(Script.TAIWAN, "nord", 5, 0, 0.85, 0)


@pytest.mark.parametrize(
    ("text", "key"),
    [
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
