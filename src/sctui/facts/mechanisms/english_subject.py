"""Who an English sentence speaks of: its subject, an apposition left out, and what its pronouns stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.mechanisms import english_forms as forms
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.sentence import Piece

_IS_CLAUSE = re.compile(r"\s(?:was|were)\s")  # `cells in which X was silenced produce Y`: the cells do
_UNREAD = re.compile(r"\s[a-z]+\s.*\s(?:and|but|or)(?:\s(?:so|thus|then|therefore|hence))?")
# between commas, behind a name: `Loss of X, found in 97% of cases, disrupts Y`
_BESIDE = re.compile(
    r"(?P<s>[A-Z][^,;.]{2,80}), (?:[a-z]+ed|found|known|seen|shown|made|built)\b[^;]{2,60}, $"
)
_SPOKEN_OF = re.compile(  # a sentence that goes on about who was spoken of before
    r"(?:[a-z]+(?:ly)?,?\s|in [a-z ]{3,30},\s|by [^,]{3,60},\s)?(?:it|they|these|this|both|such|which)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:; |; and |, and )(?P<s>[A-Za-z][^,;.()]{2,40}(?: \([^()]*\))?), $")
_JOIN = re.compile(r",?\s(?:and|or)\s|,\s")
_UNREAD_VERB = re.compile(  # no auxiliary, preposition or participle
    r"(?: \([^()]*\))?\s(?!(?:o[fnr]|in|a[ts]|to|for|from|with|by|and|but|than|into|is|are|was|were|has|have"
    r"|had|can|may|might|could|will|do|does|did|also|not|after|during|through|via|when|while|who|whose|that|which)\b"
    r"|[a-z]+(?:ed|ing|ly)\b)[a-z]+\s[a-z]"
)
_AND_DO, _DOES = re.compile(r",\sand\s(?:also\s)?$"), re.compile(r"[a-z-]+(?<!s)s\b")
_GOES_ON = re.compile(r",\s(?:and|but)\s(?:[a-z]+ly\s)?$")
_WHERE = re.compile(r"(?:In|After|During|With|Under|For)\s[^,]{2,40},\s(?=[a-z-]+ing\s)")
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_PLAIN, _WORDS = re.compile(r"(?!their\s|its\s)[a-z]"), 9  # of a subject
_HEAD_WORDS = 5  # more than these before a verb hold a verb of their own


@dataclass(slots=True)
class Speaker:
    """The subject, empty when it is not known.

    `said` is the column where the sentence names it, -1 when it does not; `before` where the statement before
    this one begins; `head` where this one does. `made` is what it was last said to make or to set to work,
    `made_end` the column behind that, and `maker` the subject, where `made` has taken its place.
    """

    subject: str
    said: int = -1
    before: int = -1
    head: int = -1
    made: str = ""
    made_end: int = -1
    maker: str = ""

    @property
    def spoken_of(self) -> str:
        """Whom the text goes on to speak of: not what a clause of its last sentence turned to."""
        return self.maker or self.subject


def begin(passage: Passage, speaker: Speaker, piece: Piece) -> None:
    """Take in the beginning of a sentence: `Premature ovarian failure (POF), a common disorder, …`."""
    speaker.said = speaker.before = speaker.head = -1
    speaker.subject, speaker.maker = speaker.spoken_of, ""
    lead = forms.LEAD_IN.match(piece.text)
    start = piece.start + (lead.end() if lead else 0)
    name = forms.APPOSITION.match(passage.line.text, start, piece.end)
    if name and passage.entities(start, name.end("s")):
        speaker.subject, speaker.said = name["s"].strip(), start
    elif things := _leading_things(passage, start, piece.end):
        speaker.subject, speaker.said = things, start
    elif head := _head(passage, start, piece.end):  # `X is a disease, which can lead to Y`
        speaker.subject, speaker.said = head, start
    where = _WHERE.match(passage.line.text, start, piece.end)
    start = where.end() if where else start
    doing = next((v for v in passage.actions(start, piece.end)), None)
    if doing and doing.start == start and passage.view[doing.start : doing.end].endswith("ing"):
        _begin_with_deed(passage, speaker, start, piece.end)


def _leading_things(passage: Passage, start: int, end: int) -> str:
    """The known things that a sentence begins with, before a verb that no lexicon has (`X and Y cross Z`)."""
    first = passage.mention_at(start)
    if first is None or first.start != start or first.term.kind is TermKind.ACTION:
        return ""
    last = first.end
    for thing in passage.entities(first.end, end):
        if not _JOIN.fullmatch(passage.view, last, thing.start):
            break
        last = thing.end
    return passage.line.text[start:last] if _UNREAD_VERB.match(passage.view, last, end) else ""


def _head(passage: Passage, start: int, end: int) -> str:
    """The subject of a sentence that begins with a name and a form of `be`; empty when it does not."""
    found = forms.HEAD.match(passage.line.text, start, end)
    if found is None or not passage.entities(start, found.end("s")) or forms.POINTS.search(found["s"]):
        return ""
    said = found["s"]
    first = passage.mention_at(start)
    if first and first.start == start and _UNREAD.fullmatch(said[first.end - start :]):
        said = passage.line.text[start : first.end]  # `MSCs lack X and so are not infected`
    article = forms.ARTICLE.match(said)
    name = said[article.end() :] if article else said
    return name.split(" (")[0].strip() if len(name.split()) <= _WORDS else ""


def _begin_with_deed(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """`Blocking X restores Y`: the deed is who does it."""
    verbs = passage.actions(start, end)
    text = passage.line.text
    deed = forms.GERUND.match(text[start : verbs[1].start]) if len(verbs) > 1 else None
    speaker.subject = ""
    if deed and not forms.POINTS.search(deed["s"]) and passage.entities(start, start + deed.end("s")):
        speaker.subject, speaker.said = deed["s"].split(" (")[0].strip(), start


def listen(passage: Passage, speaker: Speaker, piece: Piece, at: int, last: int) -> None:
    """Take in what stands between the last statement and the verb at column `at`."""
    text = passage.line.text
    start = _clause_start(text, piece.start, at)
    speaker.before, speaker.head = speaker.head, at
    _close(passage, speaker, piece.start, last, at)
    if start <= last:  # `lead to A and increase B`: no new subject between the verbs
        speaker.head = max(last + 1, at)
        return
    auxiliary = forms.BEFORE_VERB.search(text[start:at])
    end = start + auxiliary.start() if auxiliary else at
    name = text[start:end].strip(" ,;–—")
    speaker.head = end + (len(text[end:at]) - len(text[end:at].lstrip()))
    main = forms.MAIN.search(text[piece.start : at])
    unread = name.endswith(" and")  # `vesicles that <a verb no lexicon has> X and stimulate Y`
    if (not name or unread) and text[:start].endswith(" that "):  # `antibodies that recognize X`: they do
        if speaker.said >= 0 and forms.IS_ONE.fullmatch(text, speaker.said, start - len("that ")):
            return  # `X is a disease that …`: X
        _name_antecedent(passage, speaker, piece.start, start - len(" that "), listed=False)
        return
    if _is_told_before(passage, speaker, piece, name, start) or _is_pronoun(speaker, name, main):
        return
    goes_on = forms.GOES_ON.search(text[start:at]) or forms.GOES_ON.search(f"{text[start:end]} ")
    is_one = forms.IS_A.search(name)  # `X is a disease characterized by`
    head = forms.HEAD.match(text, start, at) if goes_on or is_one else None
    if head and (is_one or len(name.split()) > _HEAD_WORDS):  # `X are found in Y and secrete Z`
        end = head.end("s")
        name = head["s"].strip()
    elif goes_on:
        name, end = _before_an_unread_verb(passage, name, start, end)
    these = forms.THESE.match(name)
    if these:
        told = these["name"] or these["own"]
        if speaker.subject.lower().endswith(told.lower().split()[-1]):
            return
        start, name = text.index(told, start), told
    unread = name.endswith((" and", " or", " but"))  # behind a verb that no lexicon has
    generic = forms.THERAPY.search(name) or forms.STATE.match(name)
    known = generic or (passage.entities(start, end) and not unread)
    if len(name.split()) > _WORDS or not known or forms.POINTS.search(name) or _IS_CLAUSE.search(name):
        if not _is_aside(text, piece.start, start, name) or speaker.said < 0:
            speaker.subject, speaker.said, speaker.before = "", -1, -1
        return
    if forms.WITHIN.search(
        text, 0, start
    ):  # `a disease in which Xs attack Y`: the next sentence is on the disease
        speaker.maker = speaker.spoken_of if speaker.said >= 0 else ""
    article = forms.ARTICLE.match(name)
    speaker.subject = (name[article.end() :] if article else name).split(" (")[0].strip(" ,")
    speaker.said, speaker.before = start, -1


def _name_before_aside(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """What stands before an aside between commas is who a sentence speaks of, where it is a name."""
    name = passage.line.text[start:end]
    named = len(name.split()) <= _WORDS and passage.entities(start, end) and not forms.POINTS.search(name)
    speaker.subject, speaker.said = (name, start) if named else ("", -1)


def _close(passage: Passage, speaker: Speaker, begin: int, last: int, at: int) -> None:
    """Forget whom a clause of its own was about, ended by a comma (`a site that A blocks, and expands B`)."""
    text = passage.line.text
    if speaker.maker and last >= 0 and _AND_DO.search(text, last, at) and not _DOES.match(text, at):
        speaker.subject, speaker.maker = speaker.maker, ""  # `cells secrete A, which does B, and express C`
    start = _clause_start(text, begin, last) if last >= 0 else begin
    own = text[begin:start].endswith(" that ") and bool(text[start:last].strip())
    if own and _GOES_ON.search(text, last, at):
        speaker.subject, speaker.said, speaker.before = "", -1, -1


def _is_aside(text: str, begin: int, start: int, name: str) -> bool:
    """Whether what cannot be named stands behind a comma: the sentence goes on about its subject."""
    return start > begin and bool(_PLAIN.match(name)) and text[start - 2 : start] == ", "


def _is_doubtful(passage: Passage, speaker: Speaker, end: int) -> bool:
    """Whether a sentence has named other cells since its subject: `these cells` may be either."""
    since = speaker.said + len(speaker.subject)
    named = passage.entities(since, end) if speaker.said >= 0 else []
    return any(one.term.kind in _CELLS for one in named) or bool(
        speaker.said >= 0 and forms.CELLS.search(passage.line.text, since, end)
    )


def _before_an_unread_verb(passage: Passage, name: str, start: int, end: int) -> tuple[str, int]:
    """The known thing before the first verb of a clause that is not known: `X crossed Y and shifted Z`."""
    first = passage.mention_at(start)
    unread = literal.search(r"\s(?:and|or|but)$", name) and first and first.start == start
    if (
        first is None
        or not unread
        or not literal.match(r"\s[a-z]+(?:s|ed)\s", passage.line.text[first.end :])
    ):
        return name, end
    return passage.line.text[start : first.end], first.end


def _is_told_before(passage: Passage, speaker: Speaker, piece: Piece, name: str, start: int) -> bool:
    """Take in a clause that begins with what means something named before, and no subject of its own."""
    if not name and speaker.said < 0 and speaker.before < 0 and start > piece.start:
        beside = _BESIDE.search(passage.line.text, piece.start, start)
        if beside:
            _name_before_aside(passage, speaker, *beside.span("s"))
        elif not _SPOKEN_OF.match(passage.line.text, piece.start):
            speaker.subject = ""  # the sentence began with something else, which no lexicon has
        return bool(beside)
    if name.startswith(("which ", "who ")):  # `engulfed by Xs, which become tame and produce Y`
        said, who = speaker.said, speaker.spoken_of
        _name_antecedent(passage, speaker, piece.start, start - len(", "))
        if said >= 0 and speaker.subject:
            speaker.said, speaker.maker = said, who
        return True
    if name.lower() == "these cells" and _is_doubtful(passage, speaker, start):
        speaker.subject, speaker.said, speaker.before = "", -1, -1
        return True
    return _is_what_was_made(passage, speaker, name, start)


def _is_what_was_made(passage: Passage, speaker: Speaker, name: str, start: int) -> bool:
    """Take in `which` right behind what was made (`secrete A, which`), and `this protein`: both mean that."""
    these = forms.THESE.match(name)
    item = _ITEM.search(passage.line.text, 0, start) if name.lower() == "which" else None
    if item and passage.entities(*item.span("s")):  # `release A, which does B; C, which does D`
        speaker.maker, speaker.subject = speaker.maker or speaker.subject, item["s"].split(" (")[0]
        speaker.before = speaker.before if speaker.said >= 0 else -1
        return True
    if name.lower() == "which" and speaker.made and start - len(", ") == speaker.made_end:
        speaker.maker, speaker.subject = speaker.maker or speaker.subject, speaker.made
        return True
    these = these if these and these["name"] else None
    if these and not speaker.made and forms.MOLECULE.fullmatch(these["name"].lower()):
        speaker.subject, speaker.said, speaker.before = "", -1, -1
        return True
    if these and speaker.made and forms.MOLECULE.fullmatch(these["name"].lower()):
        speaker.subject, speaker.said, speaker.before = speaker.made, -1, -1
        return True
    return False


def _is_pronoun(speaker: Speaker, name: str, main: re.Match[str] | None) -> bool:
    """Take in a pronoun, which means who is spoken of, or `main`, the main thing of the sentence."""
    if not forms.PRONOUN.match(name):
        return False
    if speaker.said < 0 and speaker.before < 0 and name.lower() in {"which", "that", "who"}:
        speaker.subject = ""  # of something that this sentence has not made its subject
    if main and name.lower() in {"it", "which"}:
        speaker.subject, speaker.said, speaker.before = main["s"].strip(), -1, -1
    return True


def _name_antecedent(
    passage: Passage, speaker: Speaker, start: int, end: int, *, listed: bool = True
) -> None:
    """What a relative clause speaks of: the known thing right before it, or nobody."""
    last = _list_start(passage, start, end, listed=listed)
    generic = forms.THERAPY.search(passage.line.text[start:end])
    if last < 0 and generic:  # `antibodies`, `drugs`
        last = passage.line.text.rfind(" ", start, end) + 1
    speaker.maker = speaker.maker or (speaker.subject if speaker.said >= 0 else "")
    speaker.subject = passage.line.text[last:end] if last >= 0 else ""
    speaker.said = speaker.before = -1  # asked without `which`, behind what it means


def _list_start(passage: Passage, start: int, end: int, *, listed: bool) -> int:
    """Where the known thing, or the list of such, begins that ends at a column; -1 for none."""
    at = -1
    for thing in reversed(passage.entities(start, end)):
        joined = listed and _JOIN.fullmatch(passage.view, thing.end, at) if at >= 0 else thing.end == end
        if not joined:
            break
        at = thing.start
    return at


def _clause_start(text: str, start: int, at: int) -> int:
    """Behind the last comma or `that` before a verb, and behind what leads the clause in."""
    for mark in (", ", "; ", ": ", " that ", " in which ", " by which ", " through which ", " where "):
        found = text.rfind(mark, start, at)
        if found >= 0:
            start = found + len(mark)
    lead = forms.LEAD_IN.match(text[start:at])
    return start + (lead.end() if lead else 0)
