"""The command line speaks the learner's language: help, complaints of click, reports and errors."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sctui import i18n
from sctui.cli.columns import cells
from sctui.cli.commands import cli
from sctui.cli.language import in_language, speak_for
from sctui.cli.main import run
from sctui.i18n.language import Language, speak

_ENGLISH = re.compile(r"\b[a-z]+(?: [a-z]+){3}\b")  # four words in a row


@pytest.fixture(autouse=True)
def click_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types"):
        module = sys.modules[f"click.{name}"]
        for function in ("_", "ngettext", "wrap_text"):
            if hasattr(module, function):
                monkeypatch.setattr(module, function, getattr(module, function))
    monkeypatch.setenv("SCTUI_LANG", "")
    yield
    speak(Language.ENGLISH)


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    monkeypatch.setattr(sys, "argv", ["sctui", *arguments])
    with pytest.raises(SystemExit):
        run()
    return "".join(capsys.readouterr())


def commands(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            yield (*above, name)
            if isinstance(command, click.Group):
                yield from commands(command, *above, name)


@pytest.mark.parametrize("call", [(), *commands(in_language(cli))], ids=" ".join)
def test_help_is_chinese_and_fits_the_terminal(call: tuple[str, ...]) -> None:
    speak_for(["--lang", "zh-Hans"])
    shown: click.Command = in_language(cli)
    context = click.Context(shown, info_name="sctui", terminal_width=80, max_content_width=80)
    for name in call:
        assert isinstance(shown, click.Group)
        found = shown.get_command(context, name)
        assert found
        shown = found
        context = click.Context(shown, context, info_name=name, terminal_width=80, max_content_width=80)
    text = shown.get_help(context)
    assert "用法" in text
    assert not _ENGLISH.search(text), text
    assert max(map(cells, text.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (["frob"], "错误：没有命令 'frob'。"),
        (["stats", "--days", "0"], "'--days' 的值无效：0 不在范围 1<=x<=36500 内。"),
        (["convert", "nowhere.md"], "文档：nowhere.md 不存在。\n  请检查路径。"),
        (["export", "--deck", "nowhere"], "导出：没有牌组 `nowhere`"),
    ],
)
def test_complaints_and_errors_are_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], call: list[str], expected: str
) -> None:
    assert expected in said(monkeypatch, capsys, "--lang", "zh-Hans", *call)


def test_the_settings_of_the_home_name_the_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text('language = "zh-Hant"\n', "utf-8")
    told = said(monkeypatch, capsys, "--home", str(tmp_path), "frob")
    assert "錯誤：沒有指令 'frob'。" in told
    assert "No such command" in said(monkeypatch, capsys, f"--home={tmp_path}", "--lang=en", "frob")


def test_settings_that_are_wrong_are_told_where_they_are_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text("script = 3\n", "utf-8")
    assert "No such command" in said(monkeypatch, capsys, "--home", str(tmp_path), "frob")
    assert "config.toml" in said(monkeypatch, capsys, "--home", str(tmp_path), "stats")


@pytest.mark.parametrize(
    ("settings", "told"),
    [('language = "zh-Hans"\n', "终端：应用需要在终端里运行。"), ("script = 3\n", "設定：")],
)
def test_the_app_tells_in_the_learners_language_why_it_does_not_start(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    settings: str,
    told: str,
) -> None:
    (tmp_path / "config.toml").write_text(settings, "utf-8")
    monkeypatch.setenv("SCTUI_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert told in said(monkeypatch, capsys)


def test_a_command_is_not_changed_by_being_shown_in_a_language() -> None:
    speak(Language.SIMPLIFIED)
    with click.Context(cli) as context:
        first = cli.get_command(context, "due")
        speak(Language.ENGLISH)
        again = cli.get_command(context, "due")
    assert first
    assert again
    assert first.help != again.help
    assert again.help == i18n._(again.help or "")


def test_problems_are_counted_in_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    deck = tmp_path / "x.yaml"
    deck.write_text("deck: d\ncards:\n  - {front: x, bakc: y}\n  - {front: x, back: null}\n", "utf-8")
    told = said(monkeypatch, capsys, "--lang", "zh-Hans", "check", str(deck))
    assert told.splitlines()[-1] == "1 个牌组, 1 张卡片, 1 个错误, 1 个警告"
