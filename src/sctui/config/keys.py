"""The keys of `config.toml` and the check of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sctui.config import tables
from sctui.config.checks import (
    Check,
    WrongEntry,
    WrongValue,
    number,
    one_of,
    text,
    two_or_four,
    wait,
    waits,
    whole,
    yes_or_no,
)
from sctui.errors import ConfigError
from sctui.i18n.language import Language
from sctui.scheduler.settings import DueOrder, NewOrder, NewPlace
from sctui.text.script import Script

_CHECKS: dict[str, Check] = {
    "script": one_of(Script),
    "language": one_of(Language),
    "theme": text,
    "new_per_day": whole(0, 9999),
    "reviews_per_day": whole(0, 9999),
    "desired_retention": number(0.7, 0.99),
    "rollover_hour": whole(0, 23),
    "learning_steps": waits,
    "relearning_steps": waits,
    "maximum_interval": whole(1, 36500),
    "learn_ahead": wait,
    "fuzz": yes_or_no,
    "buttons": two_or_four,
    "beyond_core": yes_or_no,
    "inbox": yes_or_no,
    "new_order": one_of(NewOrder),
    "due_order": one_of(DueOrder),
    "new_cards": one_of(NewPlace),
    "interleave_topics": yes_or_no,
    "bury_siblings": yes_or_no,
    "leech_lapses": whole(0, 99),
    "suspend_leeches": yes_or_no,
    "library": tables.library,
    "deck": tables.decks,
    "topic": tables.topics,
    "exam": tables.exams,
    "pause": tables.breaks,
}


def checked(path: Path, key: str, value: Any) -> Any:
    """The value of a key in its own type.

    Raises:
        ConfigError: when it is wrong; the message names file and key.
    """
    try:
        return _CHECKS[key](value)
    except WrongValue as wrong:
        raise ConfigError(f"{path}: `{key}` is {value!r}", hint=str(wrong)) from None
    except WrongEntry as wrong:
        name = f"{key}.{wrong.key}" if wrong.key else key
        told = "is missing" if wrong.value is None else f"is {wrong.value!r}"
        raise ConfigError(f"{path}: `{name}` {told}", hint=wrong.hint) from None
