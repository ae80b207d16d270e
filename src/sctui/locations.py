"""Where things live: what the package brings along, and the learner's own folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


def bundled() -> Path:
    """The folder that holds the `data` and `decks` that come with the program.

    In an installed wheel it is `sctui/bundled`; in a checkout, editable or not, the checkout itself.
    """
    inside = Path(__file__).parent / "bundled"
    return inside if inside.is_dir() else Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Home:
    """The learner's folder; nothing is created before something is written."""

    folder: Path

    @property
    def decks(self) -> Path:
        """The learner's own decks; a file here stands in for the bundled file of the same relative path."""
        return self.folder / "decks"

    @property
    def library(self) -> tuple[Path, Path]:
        """The folders whose decks are studied: the bundled ones, then the learner's own."""
        return bundled() / "decks", self.decks

    @property
    def documents(self) -> Path:
        """The learner's documents."""
        return self.folder / "documents"

    @property
    def lexicon(self) -> Path:
        """The learner's additions to the lexicon."""
        return self.folder / "lexicon"

    @property
    def database(self) -> Path:
        """Scheduling state and review log."""
        return self.folder / "collection.db"

    @property
    def backups(self) -> Path:
        """Backups of the database, the learner's decks and the settings."""
        return self.folder / "backups"

    @property
    def remembered(self) -> Path:
        """Decks as they were read last; may be deleted at any time."""
        return self.folder / "cache" / "decks.json"

    @property
    def deck_names(self) -> Path:
        """The names of the decks as they were studied last; may be deleted at any time."""
        return self.folder / "cache" / "names.json"

    @property
    def order(self) -> Path:
        """The order of learning as it was worked out last; may be deleted at any time."""
        return self.folder / "cache" / "order.json"

    @property
    def config(self) -> Path:
        """The settings."""
        return self.folder / "config.toml"

    @property
    def searches(self) -> Path:
        """The saved searches."""
        return self.folder / "searches.toml"

    @property
    def log(self) -> Path:
        """What went wrong, in detail, for a bug report."""
        return self.folder / "sctui.log"


def find_home(option: str | None = None) -> Home:
    """The home given by `--home`, else by SCTUI_HOME, else the platform's folder for user data."""
    given = option or os.environ.get("SCTUI_HOME")
    if given:
        return Home(Path(given).expanduser())
    import platformdirs  # noqa: PLC0415 -- only where nothing else says where home is

    return Home(Path(platformdirs.user_data_dir("sctui", appauthor=False)))
