"""Pictures of cards in the viewer of the learner's desktop; a terminal alone shows where they lie."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from sctui.decks.pictures import find_picture, picture_paths
from sctui.i18n import _
from sctui.markup.cards import question
from sctui.markup.tree import Picture, pieces
from sctui.model.card import Card
from sctui.tui.desk import Desk

_RUNNING: list[subprocess.Popen[bytes]] = []  # viewers that may be open still; closing the app closes none


def show_pictures(desk: Desk, card: Card, *, revealed: bool) -> str:
    """Open the pictures of a card, before its answer is shown those of its question; gives what to say.

    Raises:
        DeckError: when a picture is not there, or lies outside the deck's folder.
    """
    deck = next(one.file for one in desk.collection.library.decks if card.note.id in one.places)
    asked = [piece.path for piece in pieces(question(card)) if isinstance(piece, Picture)]
    files = [find_picture(deck, path) for path in (picture_paths(card.note) if revealed else asked)]
    if not files:
        return _("This card has no picture.") if revealed else _("The question has no picture.")
    opener = viewer()
    if opener is None:
        return _("There is no desktop to show it on; it lies here:") + f"\n{files[0]}"
    _RUNNING[:] = [process for process in _RUNNING if process.poll() is None]
    for file in files:
        process = subprocess.Popen(  # noqa: S603 -- the desktop's own viewer, a file of the learner's
            [*opener, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        _RUNNING.append(process)
    return _("Opened in your viewer.")


def viewer(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> list[str] | None:
    """What opens a file on the desktop; None where there is none, as over SSH."""
    if platform == "darwin":
        return ["open"]
    if platform == "win32":
        return ["explorer"]
    there = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return ["xdg-open"] if there and shutil.which("xdg-open") else None
