"""What our note types keep in a question besides its words: options of a choice, bounds of a number."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = re.compile(r'<div class="number" data-tolerance="([\d.]{1,20}%?)"></div>')
_CHOICES = re.compile(r'<ol class="choices">(.*?)</ol>', re.DOTALL)
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)


class OwnField(NamedTuple):
    """The question alone, how far a number may be off, and all options, the right one among them."""

    question: str
    tolerance: str = ""
    options: tuple[str, ...] = ()


def apart(field: str) -> OwnField:
    """Take a question's field apart; options are HTML, as the question is."""
    number, choices = _NUMBER.search(field), _CHOICES.search(field)
    bare = _NUMBER.sub("", _CHOICES.sub("", field))
    return OwnField(bare, number[1] if number else "", tuple(_ITEM.findall(choices[1])) if choices else ())
