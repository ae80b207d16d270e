"""Every word of the sources is translated, with its places for values, and what is compiled is what is written."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from sctui.i18n.language import Language, catalogue_file
from translations.update import SIMPLIFIED, TRADITIONAL, forms, pages, simplified, traditional
from translations.words import words

HINT = "run `make translations` and translate what is new in translations/zh_Hans.po"
FILES = {Language.SIMPLIFIED: SIMPLIFIED, Language.TRADITIONAL: TRADITIONAL}


def read(language: Language) -> Catalog:
    with FILES[language].open("rb") as file:
        return read_po(file)


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_are_words_of_every_sort() -> None:
    ids = {message.id for message in words()}
    assert {
        "Library",
        "Fold the row, or go to the one above it",
        "Study",
    } <= ids  # N_, the help and the label of an Action


@pytest.mark.parametrize("language", FILES)
def test_every_word_of_the_sources_is_translated(language: Language) -> None:
    written = read(language)
    missing = [
        message.id
        for message in words()
        if message.id and not (message.id in written and all(forms(written[message.id])))
    ]
    assert not missing, HINT


@pytest.mark.parametrize("language", FILES)
def test_translations_have_the_places_for_values_of_their_message(language: Language) -> None:
    for message in read(language):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[1]
            assert all(places(form) == places(source) for form in forms(message)), message.id


def test_traditional_is_what_comes_of_simplified() -> None:
    made = {message.id: message.string for message in traditional(simplified()) if message.id}
    written = read(Language.TRADITIONAL)
    wrong = [key for key, string in made.items() if key not in written or written[key].string != string]
    assert not wrong, HINT


@pytest.mark.parametrize("language", FILES)
def test_what_is_compiled_is_what_is_written(language: Language) -> None:
    with catalogue_file(language).open("rb") as file:
        compiled = GNUTranslations(file)
    for message in read(language):
        if isinstance(message.id, str) and message.id:
            assert compiled.gettext(message.id) == message.string, HINT
        elif message.id:
            assert compiled.ngettext(message.id[0], message.id[1], 2) == forms(message)[0], HINT


def test_chinese_has_chinese_punctuation() -> None:
    for message in read(Language.SIMPLIFIED):
        for form in forms(message) if message.id else ():
            assert not re.search(r"[一-鿿][,;!?](?:\s|$)", form), form


def test_the_pages_in_traditional_are_what_comes_of_those_in_simplified() -> None:
    for file, text in pages().items():
        assert file.read_text("utf-8") == text, HINT
