"""Letters that stand between Chinese characters in any text: of vitamins, cells, groups and grades."""

from __future__ import annotations

import re
from collections.abc import Mapping

# letters that stand so between Chinese characters in any text, and those that lengthen a word
_USUAL = re.compile(
    r"(?<=维生素)[a-k]|(?<=球蛋白)[admeg]|(?<=血友病)[ab]|(?<=补体)c|c(?=反应|肽)"
    r"|[abtn]k?(?=\s?(?:淋巴|细胞))|x(?=线|光|射|染|连锁)|[abtm](?=超)"
    r"|[a-z](?=[型级期株链段厂线族蛋])|[a-h](?=组(?!织))|[a-z](?=类(?!似)|区(?![别分域])|点(?!击))|[pnr](?=值)"
    r"|[tfuzqhw](?=\s?(?:检验|检定|值|分布|统计量))"
    r"|[a-e](?=\s?病毒|肝)|[ivx]{1,4}(?=\s?[型级类期相阶])"
    r"|(?<=[a-z\d]、)[a-z](?![a-z])|[a-z](?=、[a-z](?![a-z\d]))|[bdlnt](?=-[\u3400-\u9fff])|ab(?=型)|[a-z](?=\s?键)"
    r"|(?<![\u3400-\u9fffa-z])[a-dghk-npst](?=\s?细胞)"  # M, G, K ... cells
    r"|[a-z](?=\s[\u3400-\u9fff])|(?<=[\u3400-\u9fff]\s)[a-z](?![a-z])"  # Chinese words have none between
    r"|\d{1,2}[a-d](?=\s?[期级型类])|[a-h](?=轮)|(?<=[升降]到|案例|脆性)[a-z]|(?<=激活素|颗粒酶)[a-z]"
    r"|(?<=由)[a-e](?=[到至])|(?<=由[a-e][到至])[a-e]|p(?=[均都皆])|[a-z](?=\*|女士|先生|小姐|阿姨)|c(?=胜肽)"
    r"|(?<![^\n])@(?=[^\n:,。]{2,16}:)|_(?=[\u3400-\u9fff]{1,4}:)|(?<=[啦哦呢吧喔啊呀])~"  # in forums
    r"|(?<=[a-z]\s)[a-z](?=等)|(?<![^\n])[a-z](?=[:、.])|[pnr](?=\s*[<>=≤≥])"
)
_CELLS = "abtn"  # T cells, B cells
_CELL = "细細"


def is_usual(text: str, view: str, at: int, words: Mapping[str, int]) -> bool:
    """Whether the letter at a place of `text` stands so in any text.

    A cell's letter does, but not the one small letter of a text that has the capital (`髓t細胞`, of 系).

    Args:
        view: the match view of `text`.
        words: how often each Latin word stands in it.
    """
    letter = text[at]
    if letter in _CELLS and text[at + 1 : at + 2] in _CELL and words.get(letter) == 1:
        return not words.get(letter.upper())
    return _USUAL.match(view, at) is not None
