"""What is praised and blamed in one breath: `与A相比,B虽疗效持久,但需…`, `Although B are …, they …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.brackets import is_balanced
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_KINDS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE)
_ZH = re.compile(
    r"(?:^|[,;:。])(?:(?:与|和|同|比起|相?较之?于?|相比于?|不同于)(?P<against>[^,;。:]{2,20}?)(?:相比之?下?|比较|而言|不同)?,)?"
    r"(?P<subject>[^,;。:]{0,18}?)(?:虽然?|尽管|固然)(?P<one>[^,;。:]{3,44}),(?:但是?|然而|不过|却|可是)"
    r"(?P<other>[^,;。:]{4,40})(?=[,;。]|$)"
)
_EN = re.compile(
    r"(?:^|[;:]\s)(?:compared (?:with|to) (?P<against>[^,;.]{3,40}), )?(?P<subject>)"
    r"(?:although|though|while|whilst) (?P<one>[^,;:.]{12,110}), "
    r"(?:they|these cells|it) (?:(?:is|are) )?(?P<other>[^;:.,]{6,80})(?=[;.,]|$)"
)
_CONCEDES = re.compile("[虽管固]|although|though|whil")
_LESS = r"(?:较为?|更|相对|极|很|明显|显著|比较|is |are )*(?:低|小|少|轻|low|lower|small|rare)"
_FLAW = rf"<:flaw>(?!{_LESS})"
_MERIT = rf"<:merit>|<:flaw.zh>{_LESS}"
_VAGUE = re.compile(r"[这其该此它我您你]|上述|前者|后者|\b(?:this|these|those|that|it|their|its|our|we)\b")
_LEAD = re.compile(r"^(?:the |human |in |但|而|因此|所以|此外|同时|另外)")
_NOUN = re.compile(
    r"\s(?:(?:stem|stromal) )?(?:cells?|therapy|transplants?|transplantation|grafts?|products?)\b"
)
_VERB = re.compile(
    r"\s(?:(?:is|are)\s|(?=(?:has|have|can|may|avoid|offer|provide|show|give|need|[a-z]+s)\b))"
)


def find_conceded(
    line: Line, sentence: Piece, view: str, above: Sequence[str], lexicon: Lexicon
) -> Iterator[Fact]:
    """Facts of the slots `advantages` and `drawbacks`, against the context where one is named.

    Words of the classes `merit` and `flaw` tell which of the two clauses praises; where they do not, there is
    no fact. `view` is the match view of the sentence, `above` the headings over it: they tell which cells are
    meant, and in which disease, where names say only whose they are (`自体移植`).
    """
    if not _CONCEDES.search(view):
        return
    for found in (_EN if view.isascii() else _ZH).finditer(view):
        named = _subject(found, sentence.text, lexicon)
        if named is None:
            continue
        start, end, begin = named
        one, other = (begin, found.end("one")), found.span("other")
        sides = [_speaks(view[slice(*span)], lexicon) for span in (one, other)]
        if sides[0] == sides[1] or not any(sides):
            continue
        against = sentence.text[slice(*found.span("against"))] if found["against"] else ""
        name, context = (_of_cells(said, above, lexicon) for said in (sentence.text[start:end], against))
        if not name or (against and not context):
            continue
        if context != against and (near := _disease(above, lexicon)):
            context = f"{context} · {near}"
        praised, blamed = (one, other) if sides[0] - sides[1] > 0 else (other, one)
        first = found.start() + (view[found.start()] in ",;:。 ")
        whole = Span(line.number, sentence.start + first, sentence.start + found.end())
        for slot, span in (("advantages", praised), ("drawbacks", blamed)):
            value = sentence.text[slice(*span)].strip()
            if _VAGUE.search(match_view(value + against)) or not is_balanced(value):
                continue
            left = sentence.start + sentence.text.index(value, span[0])
            answer = Span(line.number, left, left + len(value))
            yield Fact(FactKind.COMPARISON, slot, name, value, whole, answer, context=context)


def _of_cells(name: str, above: Sequence[str], lexicon: Lexicon) -> str:
    """A name with the cells of the headings, where it says only whose they are; empty where none do."""
    whose = lexicon.words.pattern(r"(?P<whose><:whose.zh>)(?:的)?(?:移植|治疗|疗法|策略|来源)").fullmatch(
        match_view(name)
    )
    if whose is None:
        return name
    cells = lexicon.of(TermKind.CELL)
    told = (title[m.start : m.end] for title in reversed(above) for m in cells.mentions(title))
    noun = next((word for word in told if not word.isascii()), "")
    end = whose.end("whose")
    return f"{name[:end]}{noun}{name[end:]}" if noun else ""


def _disease(above: Sequence[str], lexicon: Lexicon) -> str:
    """The disease of the nearest heading that names one."""
    terms = lexicon.of(TermKind.DISEASE)
    told = (title[m.start : m.end] for title in reversed(above) for m in terms.mentions(title)[:1])
    return next(told, "")


def _subject(found: re.Match[str], text: str, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """Where the name of the thing stands, and where what is said of it begins; None for nothing known.

    Of cells in general a text tells properties, unless it sets them against others.
    """
    named = "subject" if found["subject"] else "one"
    start, end = found.span(named)
    lead = _LEAD.match(found[named])
    start += lead.end() if lead else 0
    view = match_view(text[start:end])
    mention = lexicon.of(*_KINDS).leading(text[start:end])
    whose = lexicon.words.pattern("<:whose>").match(view)
    common = lexicon.words.pattern("(?:<:common>|<:any>)s?")
    one_of_many = mention and not common.fullmatch(view[: mention.end])
    if not (one_of_many or whose or (mention and found["against"])):
        return None
    if named == "subject":
        return None if _VAGUE.search(view) else (start, end, found.start("one"))
    end = start + (mention.end if mention else whose.end() if whose else 0)
    if not text.isascii():
        return start, end, end
    noun = _NOUN.match(text, end)  # `autologous cells`
    verb = _VERB.match(text, noun.end() if noun else end)
    return (start, noun.end() if noun else end, verb.end()) if verb else None


def _speaks(view: str, lexicon: Lexicon) -> int:
    """1 for what praises a thing, -1 for what blames it, 0 where the words tell neither, or both."""
    praises = bool(lexicon.words.pattern(_MERIT).search(view))
    return praises - bool(lexicon.words.pattern(_FLAW).search(view))
