"""A running Anki, spoken to through its AnkiConnect add-on: JSON over HTTP, version 6 of its protocol.

Source: git.sr.ht/~foosoft/anki-connect (README).
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from sctui.errors import PushError
from sctui.i18n import _

ADDRESS = "http://127.0.0.1:8765"
_VERSION = 6
_PATIENCE = 120  # seconds; Anki takes some for a large package, and longer while a dialog of its own is open
_MOST = 500  # notes asked about at once


class AnkiConnect:
    """What a running Anki can be asked.

    Args:
        address: where AnkiConnect listens.
        key: its `apiKey`, where it is set to ask for one.
    """

    def __init__(self, address: str = ADDRESS, key: str = "") -> None:
        if urlsplit(address).scheme not in {"http", "https"}:
            raise PushError(
                _("`{address}` is no address of AnkiConnect").format(address=address),
                hint=_("It begins as {address} does.").format(address=ADDRESS),
            )
        self._address, self._key = address, key

    def ask(self, action: str, **params: Any) -> Any:
        """The result of an action.

        Raises:
            PushError: when Anki does not answer, or says that it went wrong.
        """
        asked: dict[str, Any] = {"action": action, "version": _VERSION, "params": params}
        if self._key:
            asked["key"] = self._key
        answer = self._sent(json.dumps(asked).encode())
        if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
            raise PushError(
                _("{address} is no AnkiConnect").format(address=self._address),
                hint=_("Give its address by --url."),
            )
        if answer["error"] is not None:
            raise PushError(
                _("Anki refused `{action}`: {error}").format(action=action, error=answer["error"]),
                hint=_hint(str(answer["error"])),
            )
        return answer["result"]

    def ask_all(self, action: str, each: Iterable[dict[str, Any]]) -> None:
        """An action for each of the parameters, many in one request.

        Raises:
            PushError: as `ask`; those before the one that was refused are done.
        """
        for some in _in_pieces(list(each)):
            actions = [{"action": action, "version": _VERSION, "params": params} for params in some]
            if self._key:
                actions = [one | {"key": self._key} for one in actions]
            for answer in self.ask("multi", actions=actions):
                if isinstance(answer, dict) and answer.get("error"):
                    raise PushError(
                        _("Anki refused `{action}`: {error}").format(action=action, error=answer["error"])
                    )

    def notes(self, query: str) -> Iterator[dict[str, Any]]:
        """All that Anki tells of the notes that a search finds."""
        for some in _in_pieces(self.ask("findNotes", query=query)):
            yield from (note for note in self.ask("notesInfo", notes=some) if note)

    def _sent(self, data: bytes) -> Any:
        request = urllib.request.Request(  # noqa: S310 -- http or https, as looked at above
            self._address, data, {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as reply:  # noqa: S310 -- see above
                return json.load(reply)
        except urllib.error.HTTPError as error:
            told = _told(error)
            raise PushError(f"{self._address}: {told}", hint=_hint(told)) from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise PushError(
                _("Anki does not answer at {address}: {reason}").format(address=self._address, reason=reason),
                hint=_("Start Anki with the add-on AnkiConnect (2055492159); --url says where it listens."),
            ) from None
        except ValueError:
            raise PushError(
                _("{address} is no AnkiConnect").format(address=self._address),
                hint=_("Give its address by --url."),
            ) from None


def _told(error: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(error)["error"])
    except (ValueError, KeyError, TypeError, OSError):
        return f"{error.code} {error.reason}"


def _hint(message: str) -> str:
    return _("Give its `apiKey` by --key.") if "api key" in message.lower() else ""


def _in_pieces(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), _MOST):
        yield items[start : start + _MOST]
