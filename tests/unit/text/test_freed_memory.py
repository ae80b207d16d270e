import ctypes
import sys
from types import SimpleNamespace

import pytest

from sctui.text.freed_memory import give_back, keep_no_large_blocks


def test_glibc_is_asked_on_linux_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []
    library = SimpleNamespace(
        mallopt=lambda *values: asked.append(("mallopt", values)),
        malloc_trim=lambda *values: asked.append(("malloc_trim", values)),
    )
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    for platform in ("linux", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        keep_no_large_blocks()
        give_back()
    assert asked == [("mallopt", (-3, 131072)), ("malloc_trim", (0,))]


@pytest.mark.parametrize("missing", [AttributeError, OSError])
def test_another_c_library_does_no_harm(monkeypatch: pytest.MonkeyPatch, missing: type[Exception]) -> None:
    asked: list[str | None] = []

    def load(name: str | None) -> object:
        asked.append(name)
        if missing is OSError:
            raise OSError
        return object()  # without the functions

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", load)
    keep_no_large_blocks()
    give_back()
    assert asked == [None, None]
