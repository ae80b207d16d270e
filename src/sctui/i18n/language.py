"""The languages that the program speaks, and which of them a learner wants."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from enum import StrEnum
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from sctui.i18n import N_, use

_SET_BY = ("SCTUI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


class Language(StrEnum):
    """A language of the program's own words; `AS_SYSTEM` is the one that the environment names."""

    AS_SYSTEM = ""
    ENGLISH = "en"
    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"

    @property
    def label(self) -> str:
        """The language's name in itself, for a reader to choose by."""
        return _LABELS[self]


_LABELS = {
    Language.AS_SYSTEM: N_("as the system"),
    Language.ENGLISH: "English",
    Language.SIMPLIFIED: "简体中文",
    Language.TRADITIONAL: "繁體中文",
}


def named(tag: str) -> Language:
    """The language that a tag such as `zh_TW.UTF-8`, `zh-Hant` or `C` names; English for any other."""
    parts = tag.partition(".")[0].lower().replace("-", "_").split("_")
    if parts[0] != "zh":
        return Language.ENGLISH
    return Language.TRADITIONAL if _TRADITIONAL.intersection(parts[1:]) else Language.SIMPLIFIED


def of_system(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the environment names: SCTUI_LANG, else what names the language of messages."""
    return named(next((environment[name] for name in _SET_BY if environment.get(name)), ""))


def speak(wanted: Language = Language.AS_SYSTEM) -> Language:
    """Use the words of a language from now on; English where there is no catalogue. Gives the one used.

    Where the environment's SCTUI_LANG names one, as `--lang` does, it goes before what is wanted.
    """
    spoken = of_system() if wanted is Language.AS_SYSTEM or os.environ.get("SCTUI_LANG") else wanted
    use(_catalogue(spoken))
    return spoken


def _catalogue(language: Language) -> NullTranslations:
    if language is Language.ENGLISH:
        return NullTranslations()
    try:
        with catalogue_file(language).open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):  # a word in English is better than no program
        return NullTranslations()


def catalogue_file(language: Language) -> Path:
    """The compiled words of a language."""
    return Path(__file__).parent / f"{language.replace('-', '_')}.mo"
