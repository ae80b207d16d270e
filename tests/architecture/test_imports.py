"""What is loaded when, proved in a clean interpreter: contracts cannot see imports inside functions."""

import json
import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "sqlite_utils",
    "genanki",
    "opencc",
    "yaml",
    "fsrs",
    "fsrs_rs_python",
    "anki",
    "re2",
)


def loaded_after(code: str) -> set[str]:
    program = (
        f"{code}\nimport json, sys\nprint(json.dumps(sorted(name.partition('.')[0] for name in sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "module",
    [
        "sctui.cli.main",
        "sctui.collection",
        "sctui.config",
        "sctui.decks.library",
        "sctui.documents.read",
        "sctui.locations",
        "sctui.pipeline",
        "sctui.scheduler",
        "sctui.search.search",
        "sctui.store",
        "sctui.study.session",
        "sctui.text.script",
    ],
)
def test_importing_an_engine_module_loads_no_heavy_library(module: str) -> None:
    assert not loaded_after(f"import {module}") & set(HEAVY)


@pytest.mark.parametrize(
    "command", ["due", "stats", "study", "check", "export", "outline", "convert", "find"]
)
def test_no_command_but_the_app_loads_textual(command: str) -> None:
    code = f"from click.testing import CliRunner; from sctui.cli.commands import cli; CliRunner().invoke(cli, ['{command}', '--help'])"
    assert not loaded_after(code) & {"textual", "rich"}


def test_the_app_starts_without_click() -> None:
    code = "import sys; sys.argv = ['sctui']\nfrom sctui.cli.main import run\ntry:\n    run()\nexcept SystemExit:\n    pass"
    assert "click" not in loaded_after(code)


_CAN_WAIT = (
    *(name for name in HEAVY if name not in ("textual", "rich")),
    *("plotext", "tomlkit", "tomllib", "babel"),
    *(
        "sctui.decks",
        "sctui.collection",
        "sctui.decks.cards",
        "sctui.decks.library",
        "sctui.documents",
        "sctui.markup",
        "sctui.model.card",
        "sctui.model.change",
        "sctui.records",
        "sctui.scheduler.exam",
        "sctui.search",
        "sctui.store",
        "sctui.study",
        "sqlite3",
    ),
    *(
        "sctui.tui.live_decks",
        "sctui.tui.screens.study",
        "sctui.tui.screens.tour",
        "sctui.tui.statistics",
        "sctui.tui.touring",
    ),
)


def test_the_app_loads_nothing_before_its_first_frame_that_can_wait() -> None:
    code = "import json, sys, sctui.tui.run\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = json.loads(done.stdout)
    assert "sctui.tui.app" in loaded
    assert [name for name in loaded if name.startswith(tuple(f"{one}." for one in _CAN_WAIT))] == []
    assert not set(loaded) & set(_CAN_WAIT)
