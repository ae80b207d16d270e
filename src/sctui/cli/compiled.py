"""What one run compiles while it loads, patterns and the code of classes, and leaves for the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sctui.text.kept_code import kept_code
from sctui.text.kept_patterns import kept_patterns

COMMANDS, APP = "commands", "app"


@contextmanager
def loading(what: str) -> Iterator[None]:
    """Within the block, modules are loaded with what an earlier run has compiled."""
    with kept_patterns(what).while_loading(), kept_code(what).while_loading():
        yield


def forget_compiled(what: str) -> None:
    """Nothing more is loaded so: give back what it takes, save what has to be left."""
    kept_code(what).forget()


def leave_compiled(what: str) -> None:
    """Write down what this run had to compile, if anything; no harm where that cannot be."""
    for kept in (kept_patterns(what), kept_code(what)):
        if kept.file and (news := kept.news()):
            from sctui.decks.atomic_file import keep  # noqa: PLC0415 -- hardly ever needed

            keep(kept.file, news)
