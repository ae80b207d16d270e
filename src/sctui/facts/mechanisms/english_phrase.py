"""Where the answer of an English statement begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms import english_forms as forms
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.sentence import Piece

_ONE_ANSWER = 55
_LONGEST_LIST = 60  # characters of one answer
_FEWEST, _MOST = 1, 4  # members of a list that are asked one by one
_COMMA = re.compile(r",(?!\d)")
_WHO = re.compile(r"\b(?:they|it)\s")
_ON_THEM = re.compile(r",?\s(?:and|but|or)\s(?:[a-z]+\s){1,3}(?:them|it|their|its|these|this)\b")
_AMOUNT = re.compile(
    r"(?:very\s)?(?:low|lower|high|higher|increased|reduced|elevated|large|small|no|little|abundant)"
    r"\s(?:levels|amounts|numbers|quantities)\sof\s"
)
_CLASS = re.compile(
    r"(?:(?!of\s)[a-z-]+\s){0,3}(?:cytokines|factors|molecules|mediators|chemokines|proteins|enzymes|hormones|RNAs|cells|substances"
    r"|diseases|ligands|receptors)"
)
_MEMBERS = re.compile(
    r",?\s(?:including|such as|like|namely|e\.g\.,?)\s(?P<v>[^;.()]{2,90}?)(?=;|\.(?:\s|$)|$"
    r"|,\s(?:which|thereby|thus|and\s[a-z]+s\s|[a-z]+ing\s))"
)
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_NEXT_DEED = re.compile(
    r"\s(?:and|but)\s(?:(?:so|thus|hence|therefore)\s[a-z]"
    r"|(?:forms?|leads? to|becomes?|develops?|gains?|acquires?|may|can|might|could|will)\s"
    r"|[a-z]{3,}s\s(?:the|them|their|its)\s)"
)  # verbs that no lexicon has
# `expanding A and taming B`: another deed in the form of the verb before, whatever the lexicon knows
_SAME_FORM = re.compile(
    r",?\s(?:and|but|or|while)\s(?!(?:signal+|heal|remodel+|scar+|age?|swell|bleed|sprout|wast|bind|hom|sens|"
    r"cross-?talk|spread|fold|splic|underly|surround|circulat|resid|remain|exist)ing\b)[a-z-]{3,}ing\s(?!of\b)"
)

_AND = re.compile(r",?\s(?:and|but|while)\s(?:the\s)?\Z")
_UNREAD = re.compile(r"\s(?:[a-z]+ly\s)?[a-z]{3,}(?<!s)s\s(?!of\b|and\b|in\b|or\b|for\b)[a-z]")
_ALONE_AND, _IN_WHICH = re.compile(r",\sand\s"), re.compile(r",\swhich\s[^,;]{2,60}$")
_TO_MAKE = re.compile(
    r"\sto\s(?:make|form|produce|secrete|release|express|become|divide|migrate|proliferate|differentiate)\b"
)
_WHERE = re.compile(r"\s(?:in|on|within|inside)\s[a-z][a-z -]+$")
_WHICH = re.compile(r",\swhich\b|,?\sand\s")
# `shift macrophages from M1 to M2`, `push X towards a repair phenotype`
_TURNING = re.compile(r"(?:shift|switch|skew|push|nudg|coax|steer|driv|polari[sz]|turn|convert)")
_INTO = re.compile(
    r"(?:\sfrom\s[^,;.]{2,40}?)?\s(?:to|into|towards?)\s(?:an?\s|the\s|their\s)?(?P<to>[^,;.]{2,40}?)"
    r"(?=[,;.]|$|\s(?:and|which|that|in|by|through|via|after|while|when|with|or)\b)"
)
_OBJECT_END = re.compile(r"[,;:]|\s(?:and|or|that|which|who)\s")
_KIND = re.compile(r"m[12]|.*\b(?:phenotypes?|states?|profiles?)$", re.IGNORECASE)
_SAME_PAST = re.compile(r",?\s(?:and|but)\s[a-z]{3,}ed\s(?!and\b|or\b)")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without an article, blanks and loose conjunctions at its edges."""
    while start < end and text[start].isspace():
        start += 1
    deed = _NEXT_DEED.search(text, start, end)
    end = deed.start() if deed else end
    article = forms.ARTICLE.match(text, start, end)
    start = article.end() if article else start
    while True:
        loose = forms.LOOSE_END.search(text, start, end)
        if loose is None or loose.start() == end:
            return start, end
        end = loose.start()


def past_amount(text: str, start: int, end: int) -> int:
    """Where what is made begins behind how much of it there is (`low levels of A`)."""
    found = _AMOUNT.match(text, start, end)
    return found.end() if found else start


def members_of(passage: Passage, start: int, end: int, stop: int) -> tuple[int, int]:
    """Where the members of a class stand that is an object; all of it where it names none.

    `growth factors such as A and B`, `DAMPs (long name) such as A`, `cytokines, including A and B`.
    """
    text = passage.line.text
    like = forms.CLASS_FIRST.match(text, start, end)  # the class
    end = like.end("class") if like else end
    kind = forms.SUCH_AS.match(text, start, end)
    start = kind.end() if kind else start
    found = _MEMBERS.match(text, end, stop) if _CLASS.fullmatch(text, start, end) else None
    if found is None:
        return start, end
    left, right = trimmed(text, *found.span("v"))
    named = len(passage.entities(left, right)) >= len(members(text[left:right]))
    return (left, right) if named and right - left > 1 else (start, end)


def until_same_form(view: str, verb: tuple[int, int], end: int) -> int:
    """Where the object of a verb in `-ing` or `-ed` ends: before another one that goes on with it."""
    said = view[slice(*verb)]
    form = _SAME_FORM if said.endswith("ing") else _SAME_PAST if said.endswith("ed") else None
    deed = form.search(view, verb[1], end) if form else None
    return deed.start() if deed else end


def without_pronoun(passage: Passage, start: int, value: int) -> int:
    """Where a claim begins that would be told of `they`: at its own verb, before which its subject is put."""
    if not _WHO.search(passage.line.text, start, value):
        return start
    verb = next((deed.start for deed in reversed(passage.actions(start, value))), value)
    return start if _WHO.search(passage.line.text, verb, value) else verb


def until_pronoun(text: str, start: int, end: int) -> int:
    """Where a claim ends before another deed on what it hides (`recognize A and kill them`)."""
    found = _ON_THEM.search(text, start, end)
    return found.start() if found else end


def until_next_deed(passage: Passage, start: int, end: int) -> int:
    """Where the way ends: before another deed (`through A and expand B`)."""
    deeds = (verb.start for verb in passage.actions(start, end))
    return next((at for at in deeds if passage.view[:at].endswith(" and ")), end)


def until_other_clause(passage: Passage, start: int, end: int) -> int:
    """Where an object ends that another clause runs on from, whose verb no lexicon has.

    `degrades A and B cleaves C`; `stimulate A to make B, and C, which …`; `activate A in B, which …`.
    """
    text = passage.line.text
    for thing in passage.entities(start, end):
        joined = _AND.search(text, start, thing.start)
        if joined and _UNREAD.match(text, thing.end, end):
            return joined.start()
    deed = _TO_MAKE.search(text, start, end)
    if deed:
        return deed.start()
    closed = _ALONE_AND.search(text, start, end)
    if closed and text.count(",", start, end) == 1 and _IN_WHICH.search(text, 0, start):
        return closed.start()  # `release A, which promotes B, and C`: C is released
    where = _WHERE.search(text, start, end) if _WHICH.match(text, end) else None
    return where.start() if where and passage.entities(start, where.start()) else end


def turned_into(passage: Passage, verb: Mention, end: int) -> tuple[int, int] | None:
    """Into which kind of cells, or of the same ones, a verb turns the cells that are its object."""
    if verb.term.attributes.get("relation") != "induces" or not _TURNING.match(passage.view, verb.start):
        return None
    stop = _OBJECT_END.search(passage.view, verb.end, end)
    object_end = stop.start() if stop else end
    cells = (one.end for one in passage.entities(verb.end, object_end) if one.term.kind in _CELLS)
    found = next(filter(None, (_INTO.match(passage.view, at, end) for at in cells)), None)
    if found is None:
        return None
    last = passage.entities(*found.span("to"))[-1:]
    kind = bool(last) and last[0].end == found.end("to") and last[0].term.kind in _CELLS
    named = kind or _KIND.fullmatch(found["to"])
    return found.span("to") if named and not passage.actions(*found.span("to")) else None


def values(text: str, slot: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The answer, or the two of a long `A with B`."""
    long = slot == "feature" and end - start > _ONE_ANSWER
    joint = text.find(" with ", start, end) if long else -1
    if joint > 0:
        yield trimmed(text, start, joint)
        start = joint + len(" with ")
    listed = members(text[start:end]) if slot == "feature" and end - start > _ONE_ANSWER else ()
    if _FEWEST < len(listed) <= _MOST:  # too long for one answer
        for member in listed:
            start = text.index(member, start)
            yield trimmed(text, start, start + len(member))
        return
    if slot == "allows":  # `a residual supply`: one of several
        yield start, end
        return
    yield trimmed(text, start, end)


def parts_of_way(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the parts of a way stand that is too long to be asked at once; nothing of a shorter one.

    It is the first member alone, in its place; with the second where that has a verb of its own, and the rest
    (`by A, promoting B, | C and D`: no verb is cut off).
    """
    first = _COMMA.search(text, start, end) if end - start > _LONGEST_LIST else None
    if first is None:
        return ()
    verbal = forms.GERUND_FIRST.match(text, first.end() + 1, end)
    second = _COMMA.search(text, first.end(), end) if verbal else None
    return (
        ((start, second.start()), trimmed(text, second.end(), end)) if second else ((start, first.start()),)
    )


def in_long_way(text: str, verb: int, piece: Piece) -> bool:
    """Whether a verb is that of a member of a long way, which is asked as a part of it."""
    way = forms.BY_LIST.search(text, piece.start, piece.end)
    if way is None or not way.start("v") < verb < way.end("v"):
        return False
    parts = parts_of_way(text, *way.span("v"))
    return len(parts) > 1 and parts[0][0] < verb < parts[0][1]
