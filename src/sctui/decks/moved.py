"""The decks of a document that has another name now: they move, and keep ids, edits and rejections.

Their folder and ids begin with the document's name. The folder is named anew; cards keep the ids they go by,
and `generated.json` knows by which ids they would be made now. Decks that cite it get its new place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sctui.decks import sidecar
from sctui.decks.citing import citing
from sctui.decks.yaml_reader import read_text
from sctui.errors import DeckError


def moved(folder: Path, target: Path, former: str, place: Path) -> dict[Path, bytes | None]:
    """What is to be written for that; None deletes a file.

    Args:
        folder: where the decks lie, of which others lie beside it.
        target: where they are to lie; it does not exist.
        former: the document's former file name.
        place: where the document is now.

    Raises:
        DeckError: when a file of the folder cannot be read.
    """
    files: dict[Path, bytes | None] = {}
    for file in sorted(path for path in folder.iterdir() if path.is_file()):
        if file.suffix == ".yaml":
            text = citing(read_text(file), file, {former: os.path.relpath(place.resolve(), target.resolve())})
            files[target / file.name] = text.encode()
        elif file.name == sidecar.FILE_NAME:
            names = dict(_names(sidecar.read_sidecar(read_text(file), str(file)), folder.name, target.name))
            files[target / file.name] = sidecar.sidecar_text(names).encode()
        else:
            files[target / file.name] = file.read_bytes()
        files[file] = None
    for file in sorted(folder.parent.rglob("*.yaml")):
        if file not in files:
            files |= _other(file, former, os.path.relpath(place.resolve(), file.parent.resolve()))
    return files


@contextmanager
def as_if_moved(folder: Path, target: Path, former: str, place: Path) -> Iterator[Path | None]:
    """A folder in which the files lie that `target` will have, before anything is moved; see `moved`.

    None where there is no former name.

    Raises:
        DeckError: as `moved`.
    """
    if not former:
        yield None
        return
    with TemporaryDirectory(prefix="sctui-") as there:
        for file, data in moved(folder, target, former, place).items():
            if file.parent == target and data is not None:
                (Path(there) / file.name).write_bytes(data)
        yield Path(there)


def _names(entries: dict[str, str], before: str, after: str) -> Iterator[tuple[str, str]]:
    """What is remembered, and that a card of the new name goes by the id that it has."""
    for key, value in entries.items():
        yield key, value
        if key.startswith(f"{before}-"):
            goes_by = sidecar.alias(entries, key) or key
            yield f"{after}-{key.removeprefix(f'{before}-')}", sidecar.alias_entry(goes_by)


def _other(file: Path, former: str, place: str) -> dict[Path, bytes | None]:
    """Another deck, where it cites the document; one that cannot be read is left to `check`."""
    try:
        text = read_text(file)
        cited = citing(text, file, {former: place})
        return {} if cited == text else {file: cited.encode()}
    except DeckError:
        return {}
