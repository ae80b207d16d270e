import click
import pytest

from sctui.cli import commands, main
from sctui.errors import DocumentError


def leaves_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fails(**_options: object) -> None:
        raise error

    monkeypatch.setattr("sys.argv", ["sctui", "due"])
    monkeypatch.setattr(commands.cli, "main", fails)
    with pytest.raises(SystemExit) as left:
        main.run()
    assert isinstance(left.value.code, int)
    return left.value.code


def test_an_error_is_a_message_with_its_hint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leaves_with(monkeypatch, DocumentError("a.md: is empty", hint="Write something.")) == 1
    assert capsys.readouterr().err == "Document: a.md: is empty\n  Write something.\n"


def test_a_fault_of_ours_is_a_message_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert leaves_with(monkeypatch, ZeroDivisionError("division by zero")) == 1
    said = capsys.readouterr().err
    assert "a fault in the program: ZeroDivisionError: division by zero" in said
    assert "sctui-fault.log" in said
    assert "Traceback" not in said


def test_a_stop_while_a_class_is_made_is_a_stop(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrapped = RuntimeError("Error calling __set_name__")
    wrapped.__cause__ = KeyboardInterrupt()
    assert leaves_with(monkeypatch, wrapped) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_control_characters_in_a_message_stay_off_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    leaves_with(monkeypatch, DocumentError("a\x1b[31m.md: is empty"))
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), click.Abort()])
def test_control_c_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stop: BaseException
) -> None:
    assert leaves_with(monkeypatch, stop) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_wrong_command_line_is_shown_by_click(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leaves_with(monkeypatch, click.UsageError("no such thing")) == 2
    assert "no such thing" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "opened"), [([], True), (["--version"], False)])
def test_the_app_opens_without_arguments(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], opened: bool
) -> None:
    homes: list[object] = []
    monkeypatch.setattr("sys.argv", ["sctui", *arguments])
    monkeypatch.setattr(main, "open_app", homes.append)
    main.run()
    assert bool(homes) is opened


def test_shells_can_ask_for_completions(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("sys.argv", ["sctui"])
    monkeypatch.setenv("_SCTUI_COMPLETE", "zsh_source")
    monkeypatch.setattr(commands, "run_command", lambda: asked.append(True))
    main.run()
    assert asked
