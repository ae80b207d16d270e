"""The learner's language for the program's own words: gettext, with English as the source text.

`_("Study")` gives the word in the language of `use`; `ngettext` chooses by a count; `N_` only marks a word
that is put into the language later, where it is shown. Fill in values after translating:
`_("{count} cards").format(count=n)`.
"""

from __future__ import annotations

from gettext import NullTranslations

_catalogue = NullTranslations()


def use(catalogue: NullTranslations) -> None:
    """Take the words of a catalogue from now on."""
    global _catalogue  # noqa: PLW0603 -- one process speaks one language, as gettext.install has it
    _catalogue = catalogue


def _(message: str) -> str:
    """The message in the learner's language; itself where no translation is known."""
    return _catalogue.gettext(message) if message else ""  # a catalogue's head stands under the empty message


def ngettext(one: str, many: str, count: int) -> str:
    """The form that belongs to the count, in the learner's language."""
    return _catalogue.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools find what to translate
    """The message as it stands, marked for translators."""
    return message
