"""Which language is spoken."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from sctui import i18n
from sctui.i18n import language
from sctui.i18n.language import Language, named, of_system, speak


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SCTUI_LANG", raising=False)
    yield
    i18n.use(NullTranslations())


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh_CN.UTF-8", Language.SIMPLIFIED),
        ("zh", Language.SIMPLIFIED),
        ("zh-Hans", Language.SIMPLIFIED),
        ("zh_SG", Language.SIMPLIFIED),
        ("zh_TW.UTF-8", Language.TRADITIONAL),
        ("zh_HK", Language.TRADITIONAL),
        ("zh-Hant", Language.TRADITIONAL),
        ("zh-Hant-HK", Language.TRADITIONAL),
        ("en_GB.UTF-8", Language.ENGLISH),
        ("de_DE", Language.ENGLISH),
        ("C.UTF-8", Language.ENGLISH),
        ("POSIX", Language.ENGLISH),
        ("", Language.ENGLISH),
    ],
)
def test_a_tag_names_a_language(tag: str, expected: Language) -> None:
    assert named(tag) is expected


def test_the_nearest_variable_of_the_environment_counts() -> None:
    environment = {"LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8"}
    assert of_system(environment) is Language.TRADITIONAL
    assert of_system({**environment, "SCTUI_LANG": "en"}) is Language.ENGLISH
    assert of_system({}) is Language.ENGLISH


def test_words_are_spoken_in_the_language_wanted() -> None:
    assert speak(Language.SIMPLIFIED) is Language.SIMPLIFIED
    assert i18n._("Library") == "牌组库"
    speak(Language.TRADITIONAL)
    assert i18n._("Library") == "牌組庫"
    speak(Language.ENGLISH)
    assert i18n._("Library") == "Library"


def test_the_variable_goes_before_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCTUI_LANG", "zh-Hant")
    assert speak(Language.ENGLISH) is Language.TRADITIONAL


def test_the_empty_message_is_not_the_head_of_the_catalogue() -> None:
    speak(Language.SIMPLIFIED)
    assert i18n._("") == ""


@pytest.mark.parametrize("content", [None, b"", b"no catalogue at all", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_without_a_whole_catalogue_words_are_english(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "zh_Hans.mo"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(language, "catalogue_file", lambda _language: file)
    speak(Language.SIMPLIFIED)
    assert i18n._("Library") == "Library"
