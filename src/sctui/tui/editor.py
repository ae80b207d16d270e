"""The learner's own editor: how it is called so that it opens at a line."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from sctui.errors import TerminalError
from sctui.i18n import _

_FALLBACKS = ("nano", "vim", "vi", "notepad")
# how editors are told the line; those that are not named here are given the file alone
_PLUS = frozenset(
    (
        "vi",
        "vim",
        "nvim",
        "view",
        "gvim",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "micro",
        "kak",
        "joe",
        "mg",
        "ne",
    )
)
_COLON = frozenset({"hx", "helix", "subl", "zed"})
_GOTO = frozenset({"code", "codium", "code-insiders", "cursor"})


def editor_call(file: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The program and its arguments, from VISUAL or EDITOR, else an editor that is installed; line from 1.

    Raises:
        TerminalError: when there is none, or what names it has no end.
    """
    given = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    words = _words(given) if given else [name for name in _FALLBACKS if shutil.which(name)][:1]
    if not words:
        raise TerminalError(_("There is no editor."), hint=_("Name yours in EDITOR, as in EDITOR=nano."))
    name = Path(words[0]).stem.lower()
    if name in _GOTO:  # without --wait they return at once
        return [
            *words,
            *(() if "--wait" in words or "-w" in words else ("--wait",)),
            "--goto",
            f"{file}:{line}",
        ]
    if name in _COLON:
        return [*words, f"{file}:{line}"]
    return [*words, *((f"+{line}",) if name in _PLUS else ()), str(file)]


def _words(given: str) -> list[str]:
    try:
        return shlex.split(given)
    except ValueError as error:
        message = _("EDITOR cannot be understood: {error}").format(error=error)
        raise TerminalError(message, hint=_("Name yours in EDITOR, as in EDITOR=nano.")) from None
