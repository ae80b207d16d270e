"""A field in all scripts: the deck's own is shown, the others wait where our cards' switch finds them."""

from __future__ import annotations

from collections.abc import Callable

from sctui.decks.in_script import text_in_script
from sctui.model.language import Language
from sctui.text.script import Script

_SCRIPTS = (Script.SIMPLIFIED, Script.TAIWAN, Script.HONG_KONG)


def in_scripts(text: str, language: Language, html_of: Callable[[str], str]) -> str:
    """The HTML of a text in all scripts; its HTML alone where they do not differ.

    What waits is in `<script>` elements of no kind of program: Anki sorts, searches for duplicates and shows,
    where no scripts run, the first form alone.
    """
    first = Script.TAIWAN if language is Language.TRADITIONAL else Script.SIMPLIFIED
    forms = {script: html_of(text_in_script(text, script)) for script in _SCRIPTS}
    if text.isascii() or len(set(forms.values())) == 1:
        return forms[first]
    others = "".join(
        f'<script type="text/plain" lang="{script.value}">{form}</script>'
        for script, form in forms.items()
        if script is not first
    )
    return f'<span class="scripts" lang="{first.value}">{forms[first]}{others}</span>'
