"""What a question must be: one, whole, standing alone, as careful as its source, and silent on its answer."""

from __future__ import annotations

import re

from sctui.decks.rubric.answer import NOISE
from sctui.lexicon.lexicon import Lexicon
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_DEICTIC_ZH = re.compile(
    r"(?<!应)该(?!死)|这[些种项类个一]|上述|上文|本文|本研究|同年|同一年|前者|后者|此类|此外|它们?的?|"
    r"(?<![尤极及与])其(?![他它余实中])"
)
_DEICTIC_EN = re.compile(
    r"\b(?:this|these|those|it|they|their|its|such|former|latter|above)\b", re.IGNORECASE
)
_YES_NO = re.compile(r"是否|吗[?？]|^(?:is|are|does|do|did|can|was|were|has|have)\b", re.IGNORECASE)
_DAMAGED = re.compile(r"\?(?=.)|\ufffd")  # a question mark inside a question is a lost character
_TWICE = re.compile(r"分别|respectively|[?？].*[?？]", re.IGNORECASE)
_LISTED = re.compile(r"[、,]|[和与及]|\band\b")
_UNFINISHED = re.compile(r"\b(?:and|or|the|an?|that|which|but)\s*\?$|\b(\w+) \1\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:do|does|is|are|may) (?:which|that|who|and|but)\b"
    r"|^(?:In [^,]+, |[^:]+: )?(?:which|that|who|and|but|thereby) .*____",
    re.IGNORECASE,
)
_RESERVE = re.compile(
    r"可能|或许|也许|有望|潜力|潜能|似乎|被认为|推测|预计|估计|倾向|尚需|有助于|初步|"
    r"\b(?:may|might|could|can|potential\w*|suggest\w*|likely|appear\w*|seem\w*|possib\w+|promis\w+|thought|expected)\b",
    re.IGNORECASE,
)
_PRECLINICAL = re.compile(
    r"动物|临床前|小鼠|大鼠|鼠|兔|猪|犬|猴|实验模型|模型中|体外|"
    r"\b(?:mice|mouse|rats?|rabbits?|animals?|preclinical|in vitro|model)\b",
    re.IGNORECASE,
)


def is_damaged(front: str) -> bool:
    """Whether a character of the question is lost."""
    return bool(_DAMAGED.search(front))


def is_yes_no(front: str) -> bool:
    """Whether a guess would be right every second time."""
    return bool(_YES_NO.search(match_view(front)))


def asks_twice(front: str, back: str) -> bool:
    """Whether two things are asked, or two answered one by one."""
    answer = match_view(back)
    return bool(_TWICE.search(match_view(front)) or (_TWICE.search(answer) and _LISTED.search(answer)))


def points_elsewhere(text: str) -> bool:
    """Whether it can be understood only with the text around its source."""
    return bool(_DEICTIC_EN.search(text) if not HAN.search(text) else _DEICTIC_ZH.search(match_view(text)))


def unfinished(front: str) -> bool:
    """Whether an English question breaks off, or has a clause's beginning for its subject."""
    return bool(_UNFINISHED.search(front) or _SUBORDINATE.search(front))


def leaks(front: str, back: str) -> bool:
    """Whether the answer can be read in the question, in any script."""
    question, answer = match_view(front), match_view(back)
    if HAN.search(answer):
        return NOISE.sub("", answer) in NOISE.sub("", question)
    return bool(re.search(rf"(?<![a-z0-9.]){re.escape(answer.strip())}(?![a-z0-9])", question))


def same_term(front: str, back: str, lexicon: Lexicon) -> bool:
    """Whether the question has another name of the very term that is the answer."""
    term = lexicon.lookup(back)
    return term is not None and any(
        mention.term.key == term.key and mention.term.kind is term.kind for mention in lexicon.mentions(front)
    )


def keeps_reserve(text: str) -> bool:
    """Whether a claim that the source makes with reserve is asked with reserve."""
    return bool(_RESERVE.search(match_view(text)))


def names_preclinical(text: str) -> bool:
    """Whether it says that animals or cells were looked at."""
    return bool(_PRECLINICAL.search(match_view(text)))
