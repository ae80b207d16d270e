"""What a thing is called that documents write in several ways."""

from __future__ import annotations

import re
from collections import Counter

from sctui.text.match_view import match_view
from sctui.text.script import Script, show

_LATIN = re.compile("[a-z]")


def shared_name(key: str, written: Counter[str]) -> str:
    """The name to show for a key and the ways in which it is written.

    Keys of the lexicon are Chinese names in Simplified: they are shown where a document writes Chinese, in
    the script in which most is written. Other keys are made for comparing (`effectofhrt`): there it is what
    most documents write.
    """
    most = written.most_common(1)[0][0]
    made = key == match_view(key) and _LATIN.search(key)  # no name is written `th17细胞`
    if made or key.isascii() or key == match_view(most) or all(name.isascii() for name in written):
        return most
    traditional = sum(number for name, number in written.items() if show(name, Script.SIMPLIFIED) != name)
    return show(key, Script.TAIWAN) if 2 * traditional > _told_by_script(written) else key


def _told_by_script(written: Counter[str]) -> int:
    """How often it is written in letters that tell Simplified from Traditional."""
    return sum(
        number
        for name, number in written.items()
        if show(name, Script.SIMPLIFIED) != name or show(name, Script.TAIWAN) != name
    )
