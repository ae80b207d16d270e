"""What `sctui doctor` says of the settings."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.locations import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def run(home: Home, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.folder), "doctor", *words])


@pytest.mark.parametrize("words", ['"study.nothing" = "z"', '"study.bury" = "u"'])
def test_keys_that_the_app_could_not_take_are_told(home: Home, words: str) -> None:
    home.config.write_text(f"[keys]\n{words}\n", "utf-8")
    looked = run(home)
    assert looked.exit_code == 1
    assert f"{home.config}: " in looked.output
    assert words.partition(" ")[0].strip('"') in looked.output
    assert "Nothing is wrong with the collection." in looked.output


def test_a_theme_that_there_is_not_is_told(home: Home) -> None:
    home.config.write_text('theme = "nord"\n', "utf-8")
    assert run(home).exit_code == 0
    home.config.write_text('theme = "pink"\n', "utf-8")
    looked = run(home)
    assert looked.exit_code == 1
    assert f'{home.config}: `theme` is "pink"' in looked.output
