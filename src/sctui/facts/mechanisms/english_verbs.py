"""Which verbs of an English sentence act, and are no participles, nouns or adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.english_forms import AIM
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
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
_SLOW = re.compile(r"\s(?:movements?|gait|speech|walking|growth|healing|recovery|heart|onset)\b")
_PAST_FORMS = {"led", "lost", "held", "bound", "rebuilt", "driven"}
_WITH = re.compile(
    r"\b(?:with|have|has|had|shows?|exhibits?)\s(?:an?\s)?(?:raised|higher|increased|reduced|fewer|more|less|greater|better|faster)"
    r"\s[^,;.]{2,40}\sand\s$"
)
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
    verbs = passage.actions(piece.start, piece.end)
    last: Mention | None = None
    for at, verb in enumerate(verbs):
        word = passage.view[verb.start : verb.end].split()[0]
        before = passage.view[piece.start : verb.start].split()[-1:] or [""]
        past = word.endswith("ed") or word in _PAST_FORMS
        if past and (_is_participle(passage, verbs, at) or (last and last.end + 1 == verb.start)):
            continue  # `secreted PGE2 pushes B`, `starves activated cells`
        if not past and _is_no_verb(passage, verb, piece, word, before[0]):
            continue
        behind = passage.view[verb.end : piece.end].split()[:1] or [""]
        if past and (before[0] in _BEFORE_NOUN or behind[0] in _NO_OBJECT or not behind[0]):
            continue
        if past and before[0].endswith(",") and not told:
            continue  # `characterized by A, increased B`: a participle
        joined = past and before[0] == "and" and told
        if joined or before[0] not in (_NO_PAST_AFTER if past else _NO_VERB_AFTER):
            told, last = past, verb
            yield verb


def _is_participle(passage: Passage, verbs: list[Mention], at: int) -> bool:
    """Whether a past form belongs to the thing behind it, which does something."""
    verb = verbs[at]
    thing = passage.mention_at(verb.end + 1)
    end = thing.end if thing and thing.term.kind is not TermKind.ACTION else verb.end
    return at + 1 < len(verbs) and verbs[at + 1].start == end + 1


def _is_no_verb(passage: Passage, verb: Mention, piece: Piece, word: str, before: str) -> bool:
    """Whether a word is a noun, an adjective or the name of a deed where it stands."""
    view = passage.view
    if word in _MAY_BE_ADJECTIVE and (before in _HAS or _WITH.search(view, piece.start, verb.start)):
        return True  # `show lower X`, `with raised A and lower B`
    if word == "slow" and _SLOW.match(view, verb.end):
        return True  # `rigidity and slow movement`
    if word.endswith("ing") and _LEADS_IN.fullmatch(view, piece.start, verb.start):
        return True  # `Blocking X restores Y`: who does it, not what is done
    if AIM.search(view[piece.start : verb.start].rstrip()):
        return True  # `the use of cells to halt the damage`: what they are used for
    if view.startswith((" than ", " up "), verb.end):
        return True  # `is lower than`, `builds up in the blood`
    behind = view[verb.end : piece.end].split()[:1] or [""]
    acts = _may_act(before) or _is_behind_two(passage, piece.start, verb.start)
    noun = word in _NOUNS and (behind[0] in {"to", "of"} or not acts)
    return noun or (word.endswith("ing") and behind[0] == "of")  # `vascular repair`, `repairing of X`


def _is_behind_two(passage: Passage, start: int, at: int) -> bool:
    """Whether two things that are joined stand before a verb (`A and B shift the balance`)."""
    thing = passage.mention_at(at - 2)
    return thing is not None and thing.end == at - 1 and passage.view.endswith(" and ", start, thing.start)


def _may_act(before: str) -> bool:
    """Whether a noun-like verb is a verb behind this word: a plural, an auxiliary, an adverb, `and`."""
    return not before or before.endswith(("s", "ly", ",", ")")) or before in _LEADS_VERB
