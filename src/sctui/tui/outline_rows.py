"""Deck names -> the rows of the library: a tree by `::`, drawn as lines."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sctui.i18n import _
from sctui.scheduler.queue import Counts


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the library.

    Args:
        scope: the deck's whole name; None stands for all decks.
        title: the last part of the name.
        depth: how many decks stand above it.
        counts: what is left to study in it and below.
        open: whether its decks below are shown; None when there are none.
    """

    scope: str | None
    title: str
    depth: int
    counts: Counts
    open: bool | None = None


def rows(counts: Mapping[str, Counts], total: Counts, closed: Container[str]) -> Iterator[Row]:
    """The rows from top to bottom: all decks first, then every deck whose parents are open."""
    yield Row(None, _("All decks"), 0, total)
    yield from _below("", _children(counts), counts, closed)


def _below(
    parent: str, children: Mapping[str, list[str]], counts: Mapping[str, Counts], closed: Container[str]
) -> Iterator[Row]:
    for scope in children.get(parent, ()):
        has_children = scope in children
        title = scope.rpartition("::")[2]
        is_open = scope not in closed if has_children else None
        yield Row(scope, title, scope.count("::"), counts[scope], is_open)
        if is_open:
            yield from _below(scope, children, counts, closed)


def _children(scopes: Iterable[str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for scope in scopes:
        children.setdefault(scope.rpartition("::")[0], []).append(scope)
    return children
