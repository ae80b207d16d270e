"""Diseases in a text, from the general to the special, as the lexicon names them."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.patterns import HAN

_AND = "加"  # `慢加急性`, one word
_QUALIFIED = 2  # characters before a disease that say of which kind it is


def disease_paths(text: str, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Every disease in a text with those it is a kind of, by their names: (`糖尿病`, `1型糖尿病`)."""
    of_diseases = lexicon.of(TermKind.DISEASE)
    for mention in of_diseases.mentions(text):
        path = [mention.term.key]
        for start in range(1, len(path[0]) - 1):
            above = of_diseases.lookup(path[0][start:])
            if above and above.key not in path:
                path.append(above.key)
        yield tuple(reversed(path))


def general_disease(text: str, lexicon: Lexicon) -> str:
    """The disease of which a text names a kind (`RA` of `refractory RA`); empty for none or two."""
    of_diseases = lexicon.of(TermKind.DISEASE)
    mentions = of_diseases.mentions(text)
    if len(mentions) != 1:
        return ""
    start, end = mentions[0].start, mentions[0].end
    if start >= _QUALIFIED and text[:start].strip():
        return text[start:end]
    for at in range(end - 1, start + 1, -1):  # `heart failure with …`
        above = of_diseases.lookup(text[start:at]) if text[at] == " " else None
        if above and above.key != mentions[0].term.key:
            return text[start:at]
    for at in range(start + 1, end - 1):
        above = of_diseases.lookup(text[at:end])
        if above and above.key != mentions[0].term.key and text[at - 1] != _AND:
            inside_a_word = text[at - 1].isascii() and text[at - 1].isalnum() and text[at].isascii()
            if inside_a_word:
                return above.zh if HAN.search(text) else ""
            return text[at:end].strip()
    return ""


def is_own_disease(text: str, general: str, lexicon: Lexicon) -> bool:
    """Whether a text names a disease of its own (`糖尿病肾病`), and no kind of a general one (`难治性RA`)."""
    terms = lexicon.of(TermKind.DISEASE)
    above = terms.lookup(general)
    kind = above.key.removesuffix("症") if above else ""
    return any(kind not in mention.term.key for mention in terms.mentions(text))
