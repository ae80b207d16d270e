"""How far a command has come: a bar on a terminal, once work takes longer than a moment; or lines of JSON.

The lines are for the app, which runs commands beside its screens (`sctui.tui.errand`).
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import click

from sctui.i18n import N_, _
from sctui.model.progress import FOR_PROGRAMS, MARK, Progress
from sctui.text.printable import one_line

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

T = TypeVar("T")
_A_MOMENT = 1.0  # seconds before a bar is worth showing
_NOW_AND_THEN = 0.05  # seconds between two lines for a program
_STEPS = 100  # of the bar for each stage of each file
_WORDS = {"pages": N_("page"), "lines": N_("line")}  # stages whose steps a reader can count
_NAMES = {
    "topics": N_("topics"),
    "facts": N_("facts"),
}  # stages that are told besides what stands before them


class Bar:
    """How far a command has come with its files, on standard error where that is a terminal.

    Args:
        files: how many files there are.
        stages: what is done with each, in this order; the bar gives all the same room.
        label: what stands before the bar, in English.
    """

    def __init__(self, files: int, stages: Sequence[str], label: str) -> None:
        self._stages, self._label = stages, _(label)
        self._length = files * len(stages) * _STEPS
        self._started = monotonic()
        self._file, self._name = -1, ""
        self._shown = 0
        self._bar: ProgressBar[str] | None = None
        self._for_programs = FOR_PROGRAMS in os.environ
        self._told_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def begin(self, name: str) -> Progress:
        """The next file; whom to tell how far it has come."""
        self._file, self._name = self._file + 1, one_line(name)
        return self.step

    def step(self, stage: str, done: int, total: int) -> None:
        """So many steps of a stage of this file are done; see `sctui.model.progress`."""
        place = self._file * len(self._stages) + self._stages.index(stage)
        at = place * _STEPS + _STEPS * done // max(1, total)
        word = _WORDS.get(stage)
        part = _(_NAMES[stage]) if stage in _NAMES else ""
        if word:
            part = _("{word} {done:,} of {total:,}").format(word=_(word), done=done, total=total)
        told = ": ".join(filter(None, (self._name, part)))
        if self._for_programs:
            self._tell_program(at, told)
        elif bar := self._shown_bar():
            bar.update(max(0, at - self._shown), told)
            self._shown = max(at, self._shown)

    def _tell_program(self, at: int, told: str) -> None:
        self._shown = max(at, self._shown)
        if monotonic() - self._told_at >= _NOW_AND_THEN:
            self._told_at = monotonic()
            news = {"does": self._label, "at": told, "share": round(self._shown / max(1, self._length), 4)}
            sys.stderr.write(f"{MARK}{json.dumps(news)}\n")
            sys.stderr.flush()

    def _shown_bar(self) -> ProgressBar[str] | None:
        """The bar, once it is worth showing."""
        if self._bar is None and monotonic() - self._started >= _A_MOMENT and sys.stderr.isatty():
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
        return self._bar


def followed(things: Iterable[T], count: int, stage: str, progress: Progress) -> Iterator[T]:
    """The things one by one; `progress` is told how many of them were worked at."""
    for done, thing in enumerate(things, start=1):
        yield thing
        progress(stage, done, count)
