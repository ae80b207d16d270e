"""Halves of characters: what is left when the first byte of a character was lost, and reads as a letter.

In Big5 and GBK the second byte of a character can be that of a letter or sign. `確保患者` without one byte is
then `確O患者`, which is valid. Whether a letter is such a half is a matter of likelihood: how surprising it
is as it stands, against how usual the best character is that it can be the half of, given its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from math import log

from sctui.documents.hidden import candidates
from sctui.documents.likelihood import Likelihood
from sctui.documents.strays import strays_in
from sctui.documents.usual_letters import is_usual
from sctui.text.everyday import is_everyday, is_everyday_simplified
from sctui.text.match_view import match_view
from sctui.text.patterns import SENTENCE_END

_WORD = re.compile(r"[A-Za-z0-9α-ω]+(?:[+./^-][A-Za-z0-9α-ω]+)*|[@\[\\\]^_`{|}~]")
_WIDE = "\u2e80"
_PARTNERS = {"「": "」", "」": "「", "『": "』", "』": "『", "《": "》", "》": "《", "“": "”", "”": "“"}
_PARTNERS |= {"(": ")", ")": "("}  # in the match view, where full-width ones are such as well
_HALF = re.compile("[@-~]")
_ASCII_PAIRS = {"[": "]", "]": "[", "{": "}", "}": "{"}
_LONELY = frozenset("]^")  # what （ and ） of Big5 become without their first bytes
_LOSS = 5.0  # how much surprise it takes to believe in a loss
_LOSS_ALONE = 2.0  # where no such letter stands between Chinese characters in the whole document
_LOSS_IN_WORD = 10.0  # and where the letter would belong to a word: new words are made of old ones
_LOSS_OF_NAME = 11.0  # where it is the name of something: more than a letter can explain
_LOSS_AT_ABBREVIATION = 8.0  # at one of two letters: there are more of three than were ever written so
_SURE = 3  # letters of a word that is no abbreviation by chance
_NEW = 9.0  # a Latin word found nowhere else
_NEW_LETTER = 1.2  # for each of its letters
_KNOWN = 6.0  # a word of the text, where the letter beside it is taken for a half
_NUMBER = 4.0
_SIGN = 12.0
_ALONE = re.compile(
    r"(?<=[\n\u2014-\u2026\u2190-\uffef])(?:[@-~](?=[\u2014-\u2026\u2190-\uffef])|[@\[-~](?=[\n,:;]))"
)
# behind and before these, in the match view, a letter names one of several things
_NAME = re.compile(
    r"(?<=步骤|选项|附件|矩阵|集合|函数|向量|变量|方案|小组|因子|蛋白|公司|电流|电压|电阻|原子|元素|部分|情况|方法)[a-z]"
    r"|(?<=[者素酶站点槽第某叫为])[a-z]|[a-z](?=[栋座轴领槽面咖书歌版站楼君女男]|[大小等]于|原子|公司|小姐|先生|同学)"
)
_MOST_ALONE = 0.001  # a text with more different letters so for each of its characters uses them as names
_MOSTLY_LATIN = 0.3  # share of wide characters below which letters are no surprise
_LONGEST_LIST = 2_000  # characters between brackets that stand on lines of their own
_OFTEN = 2  # times that a word must stand in full
_AGAIN = 3.0  # a word behind the character it follows elsewhere
# a letter before a number of things, and one whose case is not that of its word
_BY_ITSELF = re.compile(r"[a-z]\d+(?=[%名次年月天周例人个岁位项倍])")
_BEFORE_NUMBER = re.compile("[\u3400-\u9fff]{2}(?=\\d)")
_OF_OTHER_CASE = re.compile(r"[A-Z]{2,}[a-z]|[a-z]{2,}[A-Z]")
_LONGER = re.compile(r"[achmirnepst](?=[A-Z])|H(?=[A-Z]{2})|.*(?:[a-zA-Z\d]s|I+|\d[A-H])$")
_TRADITIONAL = 0.05  # share of characters beyond GB 2312 from which a text is no Simplified one


def halves_in(text: str, codec: str) -> list[int]:
    """Where letters and signs stand in `text` that are probably halves of characters of `codec`.

    So are characters that a half made together with the letter behind it, in text of either script.
    """
    halves = _Reader(text, codec).halves() if _may_have_halves(text, codec) else ()
    return sorted({*halves, *strays_in(text, codec)})


def _may_have_halves(text: str, codec: str) -> bool:
    """In GBK only the characters beyond GB 2312 have halves that are letters: Traditional ones."""
    if codec != "gb18030":
        return True
    han = [char for char in text[:50_000] if "\u3400" <= char <= "\u9fff"]
    return sum(not is_everyday_simplified(char) for char in han) > _TRADITIONAL * len(han)


@dataclass(slots=True)
class _Reader:
    text: str
    codec: str
    view: str = field(init=False)
    words: Counter[str] = field(init=False)
    alone: Counter[str] = field(init=False)
    likelihood: Likelihood = field(init=False)
    _numbered: set[str] = field(init=False)  # two characters that stand before a number
    _named: dict[str, set[str]] = field(init=False)  # what letters stand behind two characters
    _judged: dict[tuple[str, str, int], bool] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.view = match_view(self.text)
        self.words = Counter(_WORD.findall(self.text))
        self.alone = Counter(place[0] for place in self._alone())
        self._numbered = set(_BEFORE_NUMBER.findall(self.view))
        self._named = {}
        for place in _ALONE.finditer(self.text):
            self._named.setdefault(self._before(place.start()), set()).add(place[0])
        self.likelihood = Likelihood.of(self.view.split("\n"))

    def _alone(self) -> Iterator[re.Match[str]]:
        """The letters and signs directly between Chinese characters that do not stand so in any text."""
        return (
            place
            for place in _ALONE.finditer(self.text)
            if not is_usual(self.text, self.view, place.start(), self.words)
        )

    def halves(self) -> Iterator[int]:
        """Each place where a half is likely, in order."""
        for word in _WORD.finditer(self.text):
            if self._has_lost_its_first(word):
                yield word.start() - 1
                continue
            if self._is_half_of_a_bracket(word):
                yield word.start()
                continue
            joint = self._joint(word[0])
            if joint:
                yield word.start() + joint
                continue
            places = (place for place in self._places(word) if self._is_half(word, place))
            yield from (word.start() + place for place in islice(places, 1))

    def _has_lost_its_first(self, word: re.Match[str]) -> bool:
        """Whether the first letter of a word became the second half of the character before it."""
        before = self.text[word.start() - 1 : word.start()]
        if before < _WIDE or self.words[word[0]] > 1:
            return False
        code = before.encode(self.codec, errors="ignore")
        often = _OFTEN if is_everyday(before) else 1
        return len(code) == 2 and code[1] < 0x7F and self.words[chr(code[1]) + word[0]] >= often

    def _is_half(self, word: re.Match[str], place: int) -> bool:
        """Whether the letter at `place` is more likely a half than a letter."""
        key = self._around(word), word[0], place
        if key not in self._judged:
            needed = self._needed_alone(word) or self._needed(word, place)
            self._judged[key] = self.gain(word, place) > needed
        return self._judged[key] or (len(word[0]) == 1 and self._pairs_up(word.start()))

    def _pairs_up(self, at: int) -> bool:
        """Whether the letter can be half of the one mark that is missing beside its partner on the line."""
        start, end = self.view.rfind("\n", 0, at) + 1, self.view.find("\n", at)
        line = self.view[start : end if end >= 0 else len(self.view)]
        return any(
            line.count(partner) == line.count(mark) + 1
            for mark, partner in _PARTNERS.items()
            if mark in candidates(self.text[at], self.codec)
        )

    def _is_half_of_a_bracket(self, word: re.Match[str]) -> bool:
        """Whether a lone sign beside letters is half of the one bracket that its line lacks: `（MS^`."""
        if word[0] not in _LONELY or self.text[word.end() : word.end() + 1].isdigit():
            return False
        return not self._is_paired(word.start()) and self._pairs_up(word.start())

    def _needed(self, word: re.Match[str], place: int) -> float:
        """How much a loss must explain to be believed, the less the surer the rest is a word of the text."""
        rest = word[0][:place] + word[0][place + 1 :]
        if not rest or (rest.isdigit() and (place or self._counts(word))):
            return _LOSS
        if rest not in self.words:
            return _LOSS_IN_WORD
        if len(rest) >= _SURE or (place and _OF_OTHER_CASE.fullmatch(word[0])):
            return _LOSS
        return _LOSS_AT_ABBREVIATION if place and rest.isupper() and self.words[rest] > 2 else _LOSS_IN_WORD

    def _counts(self, word: re.Match[str]) -> bool:
        """Whether the number behind a letter counts something, or a name with numbers ends in such a half."""
        at = word.start()
        return bool(_BY_ITSELF.match(self.view, at)) or any(
            self.view[at - 1 : at] + char in self._numbered for char in candidates(word[0][0], self.codec)
        )

    def _needed_alone(self, word: re.Match[str]) -> float:
        """How much a loss must explain where a letter is the only one to stand so; 0 where it is not."""
        if not self._stands_alone(word):
            return 0.0
        line = self._line(word.start())
        if sum(char >= _WIDE for char in line) < _MOSTLY_LATIN * len(line):
            return _LOSS_OF_NAME
        if _NAME.match(self.view, word.start()):
            return _LOSS_OF_NAME
        names = sum(char.isalpha() for char in self.alone)
        return _LOSS_ALONE if names <= 2 + _MOST_ALONE * len(self.text) else _LOSS_OF_NAME

    def _stands_alone(self, word: re.Match[str]) -> bool:
        return self.alone[word[0]] == 1 and bool(_ALONE.match(self.text, word.start()))

    def _joint(self, word: str) -> int:
        """Where a letter joins two abbreviations of the text that stand alone elsewhere; 0 for nowhere."""
        if self.words[word] > 1 or word.isdigit():
            return 0
        for place in range(_SURE, len(word) - _SURE):
            parts = word[:place], word[place + 1 :]
            if _HALF.match(word[place]) and all(self.words[part] and part[:2].isupper() for part in parts):
                return place
        return 0

    def _before(self, at: int) -> str:
        return self.view[max(0, at - 2) : at]

    def _around(self, word: re.Match[str]) -> str:
        """What stands before and behind a word, one character each, in the match view."""
        before = self.view[max(0, word.start() - 1) : word.start()] or "\n"
        return before + (self.view[word.end() : word.end() + 1] or "\n")

    def _places(self, word: re.Match[str]) -> Iterator[int]:
        start, end = word.span()
        if is_usual(self.text, self.view, start, self.words) or not self._touches_chinese(start, end):
            return
        if end - start == 1 and len(self._named.get(self._before(start), ())) > 1:  # `蛋白S、蛋白C`
            return
        if len(word[0]) == 1 and not word[0].isalnum() and self._is_sign(start):
            return
        last = len(word[0]) - 1
        for place in {0, last}:
            rest = word[0][1:] if place == 0 else word[0][:last]
            if _HALF.match(word[0][place]) and not (self.words[rest] and _LONGER.match(word[0])):
                yield place

    def _touches_chinese(self, start: int, end: int) -> bool:
        """Whether a Chinese character or mark stands beside the word, a space between them allowed."""
        before, behind = (
            self.text[max(0, start - 2) : start].rstrip(" "),
            self.text[end : end + 2].lstrip(" "),
        )
        return before[-1:] >= _WIDE or behind[:1] >= _WIDE

    def _line(self, at: int) -> str:
        start, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        return self.text[start : end if end >= 0 else len(self.text)]

    def _is_paired(self, at: int) -> bool:
        """Whether a bracket of ASCII has its partners on the line, or closes one of a line before."""
        char, line = self.text[at], self._line(at)
        if char == "]" and "[" not in line:
            before = self.text[max(0, at - _LONGEST_LIST) : at]
            return before.rfind("[") > before.rfind("]")
        pair = _ASCII_PAIRS.get(char)
        return pair is not None and line.count(char) == line.count(pair)

    def _is_sign(self, at: int) -> bool:
        """Whether a sign stands as signs do: in pairs, between spaces, by a digit, or often on its line."""
        char, before, behind = self.text[at], self.text[at - 1 : at], self.text[at + 1 : at + 2]
        line = self._line(at)
        if char in _ASCII_PAIRS:
            return self._is_paired(at)
        if char == "|" and (not (before.strip() and behind.strip()) or not SENTENCE_END.search(line)):
            return True  # between cells, or a column's name and a title
        by_digit = behind.isdigit() or (before.isdigit() and behind < _WIDE)
        return by_digit or (before + behind).isascii() or line.count(char) > 1

    def gain(self, word: re.Match[str], place: int) -> float:
        """How much less surprising the word is with a character in place of the letter at `place`."""
        around = self._around(word)
        before, behind = around[0], around[1]
        first, last = word[0][:place], word[0][place + 1 :]
        as_it_is = self._as_it_is(word) + self._behind(word[0][-1], behind)
        if as_it_is < _LOSS:
            return 0.0
        best = min(
            self._behind(first[-1:] or before, char) + self._behind(char, last[:1] or behind)
            for char in candidates(word[0][place], self.codec)
        )
        read = best + (self._word(first, before, own=0) if first else 0.0)
        if last:
            read += self._word(last, "", own=0) + self._behind(last[-1], behind)
        return as_it_is - read

    def _as_it_is(self, word: re.Match[str]) -> float:
        """The cost of a word; one letter between Chinese characters costs what a new one does."""
        if self._stands_alone(word):
            return _NEW + (_NEW_LETTER if word[0].isalnum() else _SIGN)
        return self._word(word[0], self._around(word)[0])

    def _behind(self, before: str, char: str) -> float:
        """The cost of a wide character; Latin ones are part of words, which have their own."""
        return self.likelihood.cost(before, char) if char >= "\x7f" else 0.0

    def _word(self, word: str, before: str, own: int = 1) -> float:
        """The cost of a Latin word behind a character; `own` of its places do not count."""
        if self.likelihood.pairs[before, word[0].lower()] > own and self.words[word] > own:
            return _AGAIN
        if word.isdigit():
            return _NUMBER
        seen = self.words[word] - own
        if seen > 0:
            return min(_NEW if own else _KNOWN, -log(seen / self.likelihood.total))
        return _NEW + sum(_NEW_LETTER if char.isalnum() else _SIGN for char in word)
