"""Characters that stray into a text when a lost byte pairs the next ones wrongly: `盲げq和` of `數量和`.

Each is valid by itself; it is the whole document that tells it does not belong: no other kana, no other
vertical mark or sign of drawings, no second time that so rare a character stands, and that before a letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sctui.text.everyday import is_everyday
from sctui.text.match_view import match_view
from sctui.text.usage import character_cost, followers

# の is written in Chinese names; a kana beside another, or a lengthening mark, is Japanese
_KANA = re.compile("(?<![ぁ-ヿ])(?!の)[ぁ-ゖァ-ヺ](?![ぁ-ヿ])")
_ANY_KANA = re.compile("[ぁ-ヿ]")
_VERTICAL = re.compile("[\ufe30-\ufe4f]")  # forms of marks for vertical lines; no running text has one
# between characters: parts of boxes, signs of shops and units, double primes that no other closes
_ANY_DRAWN = re.compile("[\u2500-\u259f⊿∟⊥㏒㏑∫∮㊣℅¯ˍ‵〃〒兙兛兞兝兡兣嗧瓩糎㏕㏎〝〞〡-〩]")
_DRAWN = re.compile(rf"(?<=[\u3001-\u9fff]){_ANY_DRAWN.pattern}(?=[\u3400-\u9fff])")
_BEFORE_LETTER = re.compile("[\u3400-\u9fff](?=[A-Za-z](?![a-z]))")  # not before a word
# before what is left of a name: `在Sagynbaeva` without a byte is `赟agynbaeva`
_BEFORE_NAME = re.compile(r"[\u3400-\u9fff](?=(?P<rest>[a-z]{5,})(?<!email)(?![A-Za-z@]))")
_MOST = 2  # strays of a kind; more of it is how the document is written
_VERY_RARE = 13.0


def strays_in(text: str, codec: str) -> Iterator[int]:
    """The places of characters of a Chinese text in `codec` that wrong pairs brought up, in no order."""
    for kind, found in ((_ANY_KANA, _KANA), (_VERTICAL, _VERTICAL), (_ANY_DRAWN, _DRAWN)):
        if 0 < len(kind.findall(text)) <= _MOST:
            yield from (place.start() for place in found.finditer(text))
    counts = Counter(text)
    yield from (
        place.start()
        for place in _BEFORE_LETTER.finditer(text)
        if counts[place[0]] == 1 and _is_strange(text[: place.end()][-2:])
    )
    yield from (
        place.start()
        for place in _BEFORE_NAME.finditer(text)
        if counts[place[0]] == 1
        and _is_strange(text[: place.end()][-2:])
        and (first := _capital_in(place[0], codec))
        and text.count(place["rest"]) == text.count(first + place["rest"]) + 1
    )


def _capital_in(char: str, codec: str) -> str:
    """The first letter of a name that the second byte of a character can be; empty for none."""
    code = char.encode(codec, errors="ignore")
    return chr(code[1]) if len(code) == 2 and ord("A") <= code[1] <= ord("Z") else ""


def _is_strange(pair: str) -> bool:
    """Whether the second of two characters is very rare, and no usual one behind the first."""
    before, char = match_view(pair[:-1]), match_view(pair[-1])
    return not is_everyday(pair[-1]) and character_cost(char) >= _VERY_RARE and char not in followers(before)
