"""What `sctui convert` is given: files, folders, pasted text; and where the text that was read is kept."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sctui.decks import sidecar
from sctui.decks.atomic_file import write_atomically
from sctui.documents.decisions_file import sidecar_of
from sctui.errors import DocumentError, ExportError
from sctui.locations import Home
from sctui.model.document import Document
from sctui.pipeline import slug
from sctui.records import knowledge_file

PASTED = Path("-")
_DECISIONS = ".damage.yaml"
_BESIDE_DECKS = frozenset({sidecar.FILE_NAME, knowledge_file.FILE_NAME})


@dataclass(frozen=True, slots=True)
class Given:
    """A file to convert; `folder` is the folder it was found in, None when the file itself was named.

    `lasts` says whether the file stays where it is; pasted text does not.
    """

    file: Path
    folder: Path | None = None
    lasts: bool = True


@contextmanager
def documents(files: Sequence[Path], name: str) -> Iterator[list[Given]]:
    """All files that are meant; pasted text stands in a temporary file called `name` for that long."""
    with tempfile.TemporaryDirectory(prefix="sctui-") as folder:
        given: list[Given] = []
        for path in files:
            if path == PASTED:
                given.append(Given(_pasted(Path(folder), name), lasts=False))
            elif path.is_dir():
                given += [Given(file, path) for file in _inside(path)]
            else:
                given.append(Given(path))
        yield given


def _pasted(folder: Path, name: str) -> Path:
    file = folder / (Path(name).name or "pasted")
    file = file if file.suffix else file.with_suffix(".txt")
    file.write_bytes(sys.stdin.buffer.read())
    return file


def _inside(folder: Path) -> Iterator[Path]:
    """The files in a folder and the folders in it, in order, without hidden ones and notes of our own."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        ours = file.name.endswith(_DECISIONS) or file.name in _BESIDE_DECKS
        if not hidden and not ours and file.is_file():
            yield file


def refuse_deck(given: Given) -> None:
    """Refuse decks and their lists of generated cards where they lie in a folder of documents.

    Raises:
        DocumentError: the file is one of them.
    """
    if given.folder is None or given.file.suffix not in {".yaml", ".yml"}:
        return
    with given.file.open("rb") as file:
        head = file.read(4_000)
    if head.startswith(b"deck:") or b"\ndeck:" in head:
        raise DocumentError(f"{given.file} is a deck, not a document.")


def keep(document: Document, given: Given, decks: Path | None, home: Home) -> Path:
    """The file that decks name as their document, so that every quote can be checked again.

    Text stays where it is when the place of the decks was named, and is copied into the home otherwise. What
    was read from another format, and what was pasted, is written out: into the home, or beside the decks.

    Raises:
        ExportError: it cannot be written.
    """
    is_text = document.name == given.file.name
    if is_text and given.lasts and decks is not None:
        return given.file
    folder = home.documents if decks is None else decks / slug(Path(document.name))
    copy = folder / document.name
    if not is_text:
        write_atomically(copy, "\n".join(line.text for line in document.lines).encode())
    try:
        if is_text and not (copy.exists() and copy.samefile(given.file)):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(given.file, copy)
        decisions, kept = sidecar_of(given.file), sidecar_of(copy)
        if decisions.is_file() and decisions.resolve() != kept.resolve():
            shutil.copyfile(decisions, kept)  # the author's decisions about damage go with their document
    except OSError as error:
        hint = "Choose another --home." if decks is None else "Choose another --decks."
        raise ExportError(f"{copy}: cannot be written: {error.strerror}", hint=hint) from None
    return copy
