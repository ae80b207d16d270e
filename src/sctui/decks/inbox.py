"""What waits for its author's word: `inbox.json`, beside the decks of a document and under git.

It says of each card that came to wait what became of it. Where there is no such file, every card is studied.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from sctui.errors import DeckError
from sctui.i18n import N_, _

FILE_NAME = "inbox.json"
_HINT = N_("put it right, or delete it: then no card waits, and what was rejected may come back")


class Decision(StrEnum):
    """What became of a card that came to wait."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    EDITED = "edited"  # changed by its author, and so accepted
    REJECTED = "rejected"  # it stands in no deck any more, and is not made again


Decisions = Mapping[str, Decision]


def read_inbox(folder: Path) -> dict[str, Decision]:
    """What became of the cards of a folder that came to wait, by their ids.

    Raises:
        DeckError: when the file cannot be read, or is not what `inbox_text` writes.
    """
    file = folder / FILE_NAME
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
        return {str(key): Decision(value) for key, value in entries.items()}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise DeckError(
            _("cannot be read: {strerror}").format(strerror=error.strerror or error), file=str(file)
        ) from None
    except (AttributeError, ValueError):  # no JSON, no UTF-8, no mapping, or a word that is no decision
        raise DeckError(_("not a list of cards and decisions"), file=str(file), hint=_(_HINT)) from None


def inbox_text(decisions: Decisions) -> str:
    """The inbox as it is stored: sorted, one card a line, so that changes merge."""
    return json.dumps(dict(sorted(decisions.items())), ensure_ascii=False, indent=0) + "\n"


def waiting_in(folders: Iterable[Path]) -> tuple[frozenset[str], tuple[DeckError, ...]]:
    """The ids of the cards that wait in folders of decks, and what is wrong with their files."""
    found: set[str] = set()
    problems: list[DeckError] = []
    for folder in dict.fromkeys(folders):
        try:
            decisions = read_inbox(folder)
        except DeckError as problem:
            problems.append(problem)
            continue
        found |= {key for key, decision in decisions.items() if decision is Decision.WAITING}
    return frozenset(found), tuple(problems)
