"""What `sctui convert` is given: files, folders, pasted text; and where the text that was read is kept."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sctui.decks import sidecar
from sctui.documents.decisions_file import sidecar_of
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.locations import Home
from sctui.model.document import Document
from sctui.pipeline import slug
from sctui.records import knowledge_file

PASTED, PASTED_NAME = Path("-"), "pasted"
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
            elif is_folder(path):
                given += [Given(file, path) for file in _inside(path)]
            else:
                given.append(Given(path))
        yield given


@contextmanager
def one_document(file: Path) -> Iterator[Path]:
    """The file itself, or pasted text in a temporary file for that long."""
    with documents([file], PASTED_NAME) if file == PASTED else nullcontext([Given(file)]) as given:
        yield given[0].file


def _pasted(folder: Path, name: str) -> Path:
    file = folder / (Path(name).name or "pasted")
    file = file if file.suffix else file.with_suffix(".txt")
    file.write_bytes(sys.stdin.buffer.read() if sys.stdin else b"")
    return file


def is_folder(path: Path) -> bool:
    """Whether a path is a folder; not when nobody may look there, or there can be no such file."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _inside(folder: Path) -> Iterator[Path]:
    """The files in a folder and the folders in it, in order, without hidden ones and notes of our own.

    Links that lead nowhere, and folders that nobody may look into, are among them, so that they are told of.
    """
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        ours = file.name.endswith(_DECISIONS) or file.name in _BESIDE_DECKS
        if not hidden and not ours and (file.is_file() or _leads_nowhere(file)):
            yield file


def _leads_nowhere(path: Path) -> bool:
    if is_folder(path):
        return not os.access(path, os.R_OK | os.X_OK)
    return path.is_symlink() and not path.exists()


def refuse_deck(given: Given) -> None:
    """Refuse decks and their lists of generated cards where they lie in a folder of documents.

    Raises:
        DocumentError: the file is one of them.
    """
    if given.folder is None or given.file.suffix not in {".yaml", ".yml"}:
        return
    try:
        with given.file.open("rb") as file:
            head = file.read(4_000)
    except OSError:  # reading it as a document says why
        return
    if head.startswith(b"deck:") or b"\ndeck:" in head:
        raise DocumentError(_("{file} is a deck, not a document.").format(file=given.file))


def place_of(document: Document, given: Given, decks: Path | None, home: Home) -> Path:
    """The file that decks name as their document, so that every quote can be checked again.

    Text stays where it is when the place of the decks was named, and is copied into the home otherwise. What
    was read from another format, and what was pasted, is written out: into the home, or beside the decks.
    """
    if document.name == given.file.name and given.lasts and decks is not None:
        return given.file
    return (home.documents if decks is None else decks / slug(Path(document.name))) / document.name


def kept(document: Document, given: Given, decks: Path | None, home: Home) -> dict[Path, bytes]:
    """The text of a document, and the decisions about it, to be written where its decks look for them.

    Raises:
        DocumentError: the file has changed or gone since it was read.
    """
    is_text, copy = document.name == given.file.name, place_of(document, given, decks, home)
    files: dict[Path, bytes] = {}
    if copy == given.file:
        return files
    if not is_text:
        files[copy] = "\n".join(line.text for line in document.lines).encode()
    try:
        if is_text and not (copy.exists() and copy.samefile(given.file)):
            files[copy] = _unchanged(given.file, document.sha256)
        decisions, beside = sidecar_of(given.file), sidecar_of(copy)
        if decisions.is_file() and decisions.resolve() != beside.resolve():
            files[beside] = decisions.read_bytes()  # they go with their document
    except OSError as error:
        raise DocumentError(
            _("{file} cannot be read any more: {strerror}").format(file=given.file, strerror=error.strerror)
        ) from None
    return files


def _unchanged(file: Path, sha256: str) -> bytes:
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DocumentError(
            _("{file} has changed while it was read.").format(file=file), hint=_("Convert it again.")
        )
    return data
