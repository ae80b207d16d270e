"""A bar on a terminal, as soon as work takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from sctui.i18n import N_, _
from sctui.text.printable import one_line

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_A_MOMENT = 1.0  # seconds before a bar is worth showing
_STEPS = 100  # of the bar for each stage of each file
_WORDS = {"pages": N_("page"), "lines": N_("line")}  # stages whose steps a reader can count


class Bar:
    """How far a command has come with its files, on standard error where that is a terminal.

    Args:
        files: how many files there are.
        stages: what is done with each, in this order; the bar gives all the same room.
        label: what stands before the bar.
    """

    def __init__(self, files: int, stages: Sequence[str], label: str) -> None:
        self._stages, self._label = stages, label
        self._length = files * len(stages) * _STEPS
        self._started = monotonic()
        self._file, self._name = -1, ""
        self._shown = 0
        self._bar: ProgressBar[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def begin(self, name: str) -> None:
        """The next file."""
        self._file, self._name = self._file + 1, one_line(name)

    def step(self, stage: str, done: int, total: int) -> None:
        """So many steps of a stage of this file are done; see `sctui.model.progress`."""
        if self._bar is None:
            if monotonic() - self._started < _A_MOMENT or not sys.stderr.isatty():
                return
            self._bar = click.progressbar(
                length=self._length,
                label=self._label,
                file=sys.stderr,
                item_show_func=lambda item: item,
                update_min_steps=1,
                bar_template="%(label)s [%(bar)s] %(info)s",
                width=20,
                show_eta=False,
            )
        place = self._file * len(self._stages) + self._stages.index(stage)
        at = place * _STEPS + _STEPS * done // max(1, total)
        word = _WORDS.get(stage)
        told = f"{self._name}: " + (
            _("{word} {done:,} of {total:,}").format(word=_(word), done=done, total=total) if word else stage
        )
        self._bar.update(max(0, at - self._shown), told)
        self._shown = max(at, self._shown)
