"""Pictures on their way into Anki, whose media lie in one folder: each has a name of its own, always."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sctui.errors import ExportError
from sctui.i18n import _


class Media:
    """The media of a package: `files` has the file of each name."""

    def __init__(self) -> None:
        self.files: dict[str, Path] = {}
        self._names: dict[Path, str] = {}

    def name(self, file: Path) -> str:
        """The name of a file's content.

        Raises:
            ExportError: when it cannot be read.
        """
        if file not in self._names:
            try:
                content = hashlib.sha256(file.read_bytes()).hexdigest()[:20]
            except OSError as error:
                raise ExportError(
                    _("{file}: cannot be read: {strerror}").format(
                        file=file, strerror=error.strerror or error
                    )
                ) from None
            self._names[file] = f"sctui-{content}{file.suffix.lower()}"
            self.files[self._names[file]] = file
        return self._names[file]
