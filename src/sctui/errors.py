"""What a user can be told: a title, a message, a hint and an exit code. Nothing else reaches a terminal."""

from __future__ import annotations

from enum import IntEnum

from sctui.i18n import N_


class ExitCode(IntEnum):
    """Process exit codes: 0 all well, 1 something was refused or found wrong, 2 the call itself was wrong.

    130 is what shells give a program that was stopped by Ctrl-C.
    """

    OK = 0
    FAILED = 1
    USAGE = 2
    STOPPED = 130


class SctuiError(Exception):
    """A failure the user can understand and act on.

    Args:
        message: what is wrong, naming the file or value.
        hint: what to do about it; may be empty.

    Both are in the learner's language; `title` is marked to be put into it where it is shown.
    """

    title = N_("Error")
    exit_code = ExitCode.FAILED

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DocumentError(SctuiError):
    """A document that cannot be read: missing, empty, binary, a directory, not text."""

    title = N_("Document")


class DeckError(SctuiError):
    """A deck that cannot be read. `file`, `line` and `column` (from 1) say where."""

    title = N_("Deck")

    def __init__(self, message: str, *, file: str, line: int = 1, column: int = 1, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.file = file
        self.line = line
        self.column = column

    @property
    def where(self) -> str:
        """The place in the form editors understand: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class LexiconError(SctuiError):
    """A lexicon or template file that says something we do not know."""

    title = N_("Lexicon")


class CollectionError(SctuiError):
    """The database cannot be opened or written: newer version, locked, damaged."""

    title = N_("Collection")


class DamagedError(CollectionError):
    """The database's file is damaged; what can be read of it can be saved."""


class BackupError(SctuiError):
    """A backup that cannot be made, found or read."""

    title = N_("Backup")


class SyncError(SctuiError):
    """A target of syncing that cannot be reached, read or written."""

    title = N_("Sync")


class HomeError(SctuiError):
    """The home folder cannot be created or written."""

    title = N_("Home")


class ConfigError(SctuiError):
    """A setting that cannot be used; the message names file and key."""

    title = N_("Settings")


class ExportError(SctuiError):
    """An export that cannot be made or written."""

    title = N_("Export")


class ChangedMeanwhileError(ExportError):
    """A file that was changed after it was read; what was to be written would have lost that."""


class ImportPackageError(SctuiError):
    """A package of another program that is not imported: unreadable, damaged, or made to do harm."""

    title = N_("Import")


class PushError(SctuiError):
    """A running Anki that does not answer, or refuses what it is asked."""

    title = N_("Anki")


class TerminalError(SctuiError):
    """The terminal cannot show the app: too small, or not a terminal."""

    title = N_("Terminal")
