"""What every test gets: a home of its own, sealed from the machine, and the folder of the originals."""

import os
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sctui import i18n
from sctui.documents.read import read_document
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.model.document import Document

# how long a busy machine takes for an example says nothing of the program; the same examples every time, so that a
# run tells of what was changed, and new ones with `make explore`
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _UNHURRIED, derandomize=True)
settings.register_profile("new", _UNHURRIED)
settings.load_profile(os.environ.get("SCTUI_EXAMPLES", "same"))

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "SCTUI_HOME": "sctui-home",
}


def _seal(patch: pytest.MonkeyPatch, folder: Path) -> None:
    for name, below in _FOLDERS.items():
        patch.setenv(name, str(folder / below))
    for name in ("SCTUI_LANG", "LC_ALL", "LC_MESSAGES"):
        patch.delenv(name, raising=False)
    patch.setenv("LANG", "C.UTF-8")  # tests read English, whatever language the machine speaks
    (folder / "home").mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session", autouse=True)
def sealed_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Seals what fixtures of a wider scope than one test do."""
    with pytest.MonkeyPatch.context() as patch:
        _seal(patch, tmp_path_factory.mktemp("sealed"))
        yield


@pytest.fixture(autouse=True)
def sealed_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for this test alone; what it would write in the user's own folders lands here."""
    folder = tmp_path_factory.mktemp("sealed")
    _seal(monkeypatch, folder)
    i18n.use(NullTranslations())  # whatever language the test before has left
    return folder / "sctui-home"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the repository with the original documents and the gold facts."""
    if not (SHARED / "seeds").is_dir():
        if os.environ.get("SCTUI_REQUIRE_SHARED"):
            pytest.fail(f"{SHARED} is missing, and SCTUI_REQUIRE_SHARED asks for it")
        pytest.skip("the original documents are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return read_lexicon(bundled() / "data" / "lexicon")


@pytest.fixture
def document_of(tmp_path: Path, lexicon: Lexicon) -> Callable[[str], Document]:
    """Reads a text as the program would, from a file."""

    def read(text: str) -> Document:
        file = tmp_path / "page.txt"
        file.write_bytes(text.encode())
        return read_document(file, lexicon)

    return read
