"""A file or folder that is chosen by typing its path, or by walking through folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

from textual.widgets import Input

from sctui.i18n import _
from sctui.tui.beside import beside
from sctui.tui.path_choices import choices, shown_path, typed_path, whole_path
from sctui.tui.screens.ask import AskScreen, ChoiceList
from sctui.tui.screens.base import say


class PathScreen(AskScreen):
    """Gives back a path; what begins like the one that is typed is shown below it. See `begin_at`."""

    _new = False
    _seen = ""  # the line that the choices are of

    def begin_at(self, question: str, hint: str, path: str, *, new: bool = False) -> Self:
        """Ask for a path.

        Args:
            question: what is asked.
            hint: what may be typed.
            path: what stands in the line at first.
            new: whether the file need not be there, as one that is written.
        """
        self._new, self._seen = new, ""
        return self.begin(question, hint, typed=path)

    def _put(self, path: str) -> None:
        line = self.query_one(Input)
        line.value = path
        line.cursor_position = len(path)

    def show_choices(self) -> None:
        """Look into the folder in a thread: it may lie far away.

        A whole path that is put behind the folder one begins in takes its place.
        """
        text = self.query_one(Input).value
        behind = text.removeprefix(self._typed) if self._typed.endswith(os.sep) else text
        if behind != text and (whole := whole_path(behind)):
            self._put(whole)
            text = whole
        self.run_worker(self._look(text), exclusive=True)

    async def _look(self, text: str) -> None:
        found = await beside(lambda: choices(text))
        folder = self._whole_folder(text)
        self._choices = ([folder] if folder else []) + found
        self._seen = text
        self.query_one(ChoiceList).set_class(not self._choices, "-absent")
        first = 1 if folder and found and text == self._typed else 0  # no Enter by mistake takes all
        self.offer(self._choices, first)

    def _whole_folder(self, text: str) -> str:
        """The row that stands for a folder as it is, where one is asked for."""
        if self._new or not text.endswith(os.sep):
            return ""
        return _("everything in {folder}").format(folder=text)

    def answer(self, typed: str, chosen: str | None) -> None:
        """Take the row under the cursor, or what is typed where no row is, or the file is new."""
        if chosen is None or self._seen != typed or (self._new and not typed_path(typed).is_dir()):
            self._give(typed)
        else:
            self.take(chosen)

    def action_complete(self) -> None:
        """Take the row under the cursor into the line; for the row of a folder as it is, the next one."""
        rows = self.query_one(ChoiceList)
        chosen = rows.current
        if chosen and chosen != self._whole_folder(self._seen):
            self._put(chosen)

    def take(self, chosen: str) -> None:
        """Go into a folder; a file, or all of a folder, is what was asked for."""
        if chosen == self._whole_folder(self._seen):
            self._give(self._seen)
        elif chosen.endswith(os.sep) or self._new:
            self._put(chosen)
        else:
            self._give(chosen)

    def _give(self, text: str) -> None:
        path = typed_path(text.strip())
        if not text.strip() or not (self._new or path.exists()):
            say(self.app, _("There is no such file or folder."))
        elif self._new and not path.parent.is_dir():
            say(self.app, _("There is no such folder."))
        else:
            self.dismiss(str(path))


def first_folder() -> str:
    """Where to begin: the folder that the program was started in."""
    return shown_path(Path.cwd(), folder=True)
