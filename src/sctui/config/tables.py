"""The tables of `config.toml`: limits of library, decks and topics, exams and planned breaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sctui.config.checks import Check, WrongEntry, day, entries, is_written, number, text, whole
from sctui.i18n import _
from sctui.scheduler.plans import Break, Exam
from sctui.scheduler.settings import DeckSettings, Limit

T = TypeVar("T")
_LIMITS: dict[str, Check] = {"new_per_day": whole(0, 9999), "reviews_per_day": whole(0, 9999)}
_DECK: dict[str, Check] = {**_LIMITS, "desired_retention": number(0.7, 0.99)}
_EXAM: dict[str, Check] = {"date": day, "deck": text, "topic": text, "minutes": whole(1, 1440)}
_BREAK: dict[str, Check] = {"first": day, "last": day}


def library(table: Any) -> Limit:
    """`[library]`: limits of all decks together."""
    return _limit(entries(table, _LIMITS))


def decks(table: Any) -> tuple[DeckSettings, ...]:
    """`[deck."name"]`: what differs in a deck and those below it."""
    return _named(table, _DECK)


def topics(table: Any) -> tuple[DeckSettings, ...]:
    """`[topic."title / title"]`: limits of a topic and those below it."""
    return _named(table, _LIMITS)


def exams(tables: Any) -> tuple[Exam, ...]:
    """`[[exam]]`: a date for the library, a deck or a topic."""
    return _listed(tables, "exam", _exam)


def breaks(tables: Any) -> tuple[Break, ...]:
    """`[[pause]]`: days from first to last on which nothing is studied."""
    return _listed(tables, "pause", _break)


def _exam(table: Any) -> Exam:
    values = entries(table, _EXAM, ("date",))
    if "deck" in values and "topic" in values:
        raise WrongEntry(
            "topic", is_written(values["topic"]), _("Name a deck or a topic, or neither for all decks.")
        )
    return Exam(values["date"], values.get("minutes", 0), values.get("deck", ""), values.get("topic", ""))


def _break(table: Any) -> Break:
    values = entries(table, _BREAK, ("first", "last"))
    if values["last"] < values["first"]:
        raise WrongEntry("last", is_written(values["last"]), _("The last day comes after the first one."))
    return Break(values["first"], values["last"])


def as_table(entry: Exam | Break) -> dict[str, Any]:
    """An exam or a break as a table of the file."""
    if isinstance(entry, Break):
        return {"first": entry.first, "last": entry.last}
    rest = {"deck": entry.deck, "topic": entry.topic, "minutes": entry.minutes}
    return {"date": entry.day} | {key: value for key, value in rest.items() if value}


def _named(table: Any, checks: dict[str, Check]) -> tuple[DeckSettings, ...]:
    if not isinstance(table, dict):
        raise WrongEntry(
            "", is_written(table), _('Write a table a name: [deck."name"] or [topic."title / title"].')
        )
    found = []
    for name, inner in table.items():
        try:
            values = entries(inner, checks)
        except WrongEntry as wrong:
            raise wrong.within(name) from None
        found.append(DeckSettings(name, _limit(values), values.get("desired_retention")))
    return tuple(found)


def _listed(tables: Any, name: str, read: Callable[[Any], T]) -> tuple[T, ...]:
    """Tables of one name; where there are several, the faulty one is told by its number."""
    if not isinstance(tables, list):
        hint = _("Write [[{name}]] with two brackets, once for each.").format(name=name)
        raise WrongEntry("", is_written(tables), hint)
    found = []
    for place, table in enumerate(tables, 1):
        try:
            found.append(read(table))
        except WrongEntry as wrong:
            raise (wrong.within(str(place)) if len(tables) > 1 else wrong) from None
    return tuple(found)


def _limit(values: dict[str, Any]) -> Limit:
    return Limit(values.get("new_per_day"), values.get("reviews_per_day"))


def key_names(table: Any) -> dict[str, str]:
    """`[keys]`: an action's id -> the keys that do it, with commas between them; ids may be dotted keys."""
    if not isinstance(table, dict):
        raise WrongEntry(
            "", is_written(table), _('Write a table: [keys] with lines such as "study.undo" = "z".')
        )
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= {f"{name}.{below}": keys for below, keys in key_names(value).items()}
        elif isinstance(value, str) and value.strip():
            found[name] = value
        else:
            raise WrongEntry(name, is_written(value), _('Write keys in "quotes", such as "z" or "ctrl+z,u".'))
    return found
