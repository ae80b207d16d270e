"""Which verbs of an English sentence act, and are no participles, nouns or adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.english_forms import AIM
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention
from sctui.text.sentence import Piece

_NO_VERB_AFTER = frozenset(("the", "a", "an", "of", "with", "in", "as"))
# words that are nouns, unless what stands before them leads a verb
_NOUNS = frozenset(
    (
        *(
            "repair",
            "release",
            "damage",
            "transfer",
            "support",
            "increase",
            "decrease",
            "block",
            "target",
            "cause",
        ),
        *("attack", "boost", "rescue", "transport", "lower", "shift", "switch", "slow", "limit", "calm"),
    )
)
_LEADS_VERB = frozenset(
    (
        *(
            "to",
            "can",
            "may",
            "might",
            "could",
            "will",
            "would",
            "and",
            "or",
            "that",
            "which",
            "also",
            "not",
            "they",
        ),
        *("thereby", "thus"),
    )
)
# words that are adjectives behind these: `show lower immunogenicity`
_MAY_BE_ADJECTIVE = frozenset(
    (
        "lower",
        "target",
        "block",
        "damage",
        "release",
        "transfer",
        "support",
        "cause",
        "slow",
        "calm",
        "limited",
    )
)
_HAS = frozenset(("show", "shows", "have", "has", "had", "with", "exhibit", "exhibits", "their", "its"))
_BEFORE_NOUN = frozenset(
    ("to", "into", "of", "in", "on", "for", "from", "the", "a", "an")
)  # `to damaged neurons`
_NO_OBJECT = frozenset(
    ("of", "by", "from", "in", "at", "with", "to", "during", "through", "via", "after", "than", "for", "on")
)
_NO_PAST_AFTER = _NO_VERB_AFTER | {"", "by", "and", "is", "was", "were", "are", "be", "been"}
_LEADS_IN = re.compile(
    r"\s*|(?:in|after|during|with|under|for)\s[^,]{2,40},\s*"
)  # what may stand before a gerund
# a verb that no lexicon has tells the past: `crossed the barrier and shifted …`
_PAST = re.compile(
    r"(?:^|(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bwere)(?<!\bby)(?<!\bthe)(?<!\ban)(?<!\ba)\s)[a-z]{3,}ed\s(?:the|an?)\s"
)


def acting_verbs(passage: Passage, piece: Piece) -> Iterator[Mention]:
    """The verbs that act: a participle before a noun (`increased levels`, `injured tissue`) does not."""
    told = bool(
        _PAST.search(passage.view, piece.start, piece.end)
    )  # whether the verb before this one tells the past, so that `and improved X` does too
    for verb in passage.actions(piece.start, piece.end):
        word = passage.view[verb.start : verb.end].split()[0]
        before = passage.view[piece.start : verb.start].split()[-1:] or [""]
        past = word.endswith("ed") or word == "led"
        if (word in _MAY_BE_ADJECTIVE and before[0] in _HAS) or (past and before[0] in _BEFORE_NOUN):
            continue
        if word.endswith("ing") and _LEADS_IN.fullmatch(passage.view, piece.start, verb.start):
            continue  # `Blocking X restores Y`: who does it, not what is done
        if before[0] == "to" and AIM.search(passage.view[piece.start : verb.start].rstrip()):
            continue  # `the use of cells to halt the damage`: what they are used for
        if passage.view.startswith((" than ", " up "), verb.end):
            continue  # `is lower than`, `builds up in the blood`
        behind = passage.view[verb.end : piece.end].split()[:1] or [""]
        if past and (behind[0] in _NO_OBJECT or not behind[0]):
            continue
        if past and before[0].endswith(",") and not told:
            continue  # `characterized by A, increased B`: a participle
        if word in _NOUNS and (behind[0] in {"to", "of"} or not _may_act(before[0])):
            continue  # `vascular repair`, `damage to the liver`
        if word.endswith("ing") and behind[0] == "of":
            continue  # `repairing of X`: a noun
        joined = past and before[0] == "and" and told
        if joined or before[0] not in (_NO_PAST_AFTER if past else _NO_VERB_AFTER):
            told = past
            yield verb


def _may_act(before: str) -> bool:
    """Whether a noun-like verb is a verb behind this word: a plural, an auxiliary, an adverb, `and`."""
    return not before or before.endswith(("s", "ly", ",", ")")) or before in _LEADS_VERB
