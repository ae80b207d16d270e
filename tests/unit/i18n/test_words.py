"""The program's own words follow one catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from sctui import i18n


class Shouting(NullTranslations):
    """A language in which every word is said loudly."""

    def gettext(self, message: str) -> str:
        return message.upper()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (msgid1 if n == 1 else msgid2).upper()


@pytest.fixture
def shouting() -> Iterator[None]:
    i18n.use(Shouting())
    yield
    i18n.use(NullTranslations())


def test_without_a_catalogue_words_are_english() -> None:
    assert i18n._("Study") == "Study"
    assert i18n.ngettext("{count} card", "{count} cards", 2).format(count=2) == "2 cards"


@pytest.mark.usefixtures("shouting")
def test_words_come_from_the_catalogue_and_marked_ones_only_later() -> None:
    assert i18n._("Study") == "STUDY"
    assert i18n.ngettext("card", "cards", 1) == "CARD"
    assert i18n.N_("Study") == "Study"
