import sys
from importlib.abc import MetaPathFinder

import pytest

from sctui import cli
from sctui.cli import entry


class Interrupted(MetaPathFinder):
    """Where the import of the program meets a Ctrl-C."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "sctui.cli.main":
            raise KeyboardInterrupt


def test_a_stop_while_the_program_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "sctui.cli.main", raising=False)
    monkeypatch.delattr(cli, "main", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    with pytest.raises(SystemExit) as left:
        entry.run()
    assert left.value.code == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_the_program_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["sctui", "--version"])
    entry.run()
    assert "sctui" in capsys.readouterr().out
