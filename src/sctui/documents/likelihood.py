"""How surprising a character is behind another: what the text itself shows, and what is usual in any text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from sctui.text.everyday import is_everyday
from sctui.text.match_view import match_view
from sctui.text.usage import character_cost, followers

_ENOUGH = 200_000  # characters from which a text's own frequencies are known
_MOST_KEPT = 100_000  # pairs whose cost is remembered
_PRIVATE = 18.0  # characters for private use, and control characters
_RARE = 12.0  # a sign that is neither everyday nor found elsewhere in the text
_MARK = 6.0  # a usual mark of punctuation
_LETTER = 3.0  # behind another letter
_LETTER_ALONE = 7.5  # behind a Chinese character
_AGAIN = 1.5  # a character behind the one it follows elsewhere, too
_OTHER_SCRIPT = 4.0  # what a character of the other script costs more
_FOREIGN = 13.0  # as long as it is not rarer than this
_SIGN = 9.0  # a sign that is seldom in running text, but may well be
LOST = "\ufffd"
_GRADES = frozenset("ⅠⅡⅢⅣⅤ")  # of diseases, trials, cells
_SIGNS = frozenset("@[\\]^_`{|}~")


@dataclass(slots=True)
class Likelihood:
    """How often characters and pairs of them stand in a text that is read rightly for the most part."""

    chars: Counter[str]
    pairs: Counter[tuple[str, str]]
    total: int
    charset: str  # the smaller set that holds the characters of its script
    _alone: dict[str, float] = field(default_factory=dict)
    _costs: dict[tuple[str, str], float] = field(default_factory=dict)
    _views: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[str]) -> Likelihood:
        """Learn from lines; behind the first 200,000 characters nothing new is to be expected."""
        chars: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for line in lines:
            if chars.total() > _ENOUGH:
                break
            chars.update(line)
            pairs.update(pairwise(line))
        return cls(chars, pairs, max(1, chars.total()), _charset(chars))

    def cost(self, before: str, char: str) -> float:
        """How surprising `char` is behind `before`; -ln of its share, where that is known."""
        key = before, char
        cost = self._costs.get(key)
        if cost is None:
            if len(self._costs) >= _MOST_KEPT:
                self._costs.clear()
            cost = self._costs[key] = self._cost(before, char)
        return cost

    def whole(self, text: str) -> float:
        """How surprising a text is: the sum of what its characters cost."""
        return sum(map(self.cost, chain([""], text), text))

    def _cost(self, before: str, char: str) -> float:
        if self.pairs[before, char] > 1:  # once may be the line in question itself
            return _AGAIN
        if char.isascii() and char.isalnum():
            return _LETTER_ALONE if before >= "\u3400" and char.isalpha() else _LETTER
        alone = self.alone(char)
        if self._is_foreign(char):
            alone = max(alone, min(_FOREIGN, alone + _OTHER_SCRIPT))
        usual = followers(self._view(before)).get(self._view(char)) if char >= "\u3400" else None
        return alone if usual is None else min(usual, alone)

    def alone(self, char: str) -> float:
        """How surprising a character is wherever it stands."""
        cost = self._alone.get(char)
        if cost is None:
            seen = self.chars[char]
            cost = self._own(char)
            if seen > 1:
                cost = min(cost, -log(seen / self.total))
            self._alone[char] = cost
        return cost

    def _own(self, char: str) -> float:
        if char in "\n\r\t":
            return _LETTER
        if char < " " or "\ue000" <= char <= "\uf8ff":
            return _PRIVATE
        if char in _SIGNS:
            return _SIGN
        if char in _GRADES:
            return _MARK
        if "\u3400" <= char <= "\u9fff":
            return character_cost(self._view(char))
        return _MARK if char < "\x7f" or is_everyday(char) else _RARE

    def _is_foreign(self, char: str) -> bool:
        """Whether a character is not of the script that the text is written in."""
        return char >= "\u3400" and self.chars[char] < 2 and not char.encode(self.charset, errors="ignore")

    def _view(self, char: str) -> str:
        view = self._views.get(char)
        if view is None:
            view = self._views[char] = match_view(char)
        return view


def _charset(counts: Counter[str]) -> str:
    """Big5 or GB 2312, whichever has more of the Chinese characters counted."""
    han = {char: count for char, count in counts.items() if char >= "\u3400"}
    missing = {
        charset: sum(count for char, count in han.items() if not char.encode(charset, errors="ignore"))
        for charset in ("gb2312", "cp950")
    }
    return min(missing, key=lambda charset: missing[charset])
