"""What a gap shows of an answer of a fixed form: its end or its beginning, which tell what is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_OF = re.compile(
    r"(?P<head>(?:the )?"
    r"(?:[a-z-]+(?:ion|ment|ing|sis|ss|th|ity|ce|cy|al|rs?|els?)|risk|benefit|effect|number)\sof)\s.{3,}"
)
# `保护X免于凋亡`
_TAIL = re.compile(
    r"(?:避免|免于|免受|到达|(?:从[^,]{1,10})?(?:转化|转变|分化|转|变)为|[沉积聚]{2}[在于]).+"
    r"|被(?:破坏|损害|损伤|抑制|激活|阻断)$"
    r"|(?<=\w)\s(?:from|against|towards?|into)\s.+"
)
# `由X或Y驱动的微环境`: by what, and of what thing
_DRIVEN = re.compile(
    "[^,，]{0,6}由(?P<what>[^,，]{4,24})(?:驱动|介导|诱导|构成|组成)的[^,，的]{0,6}的?[^,，的]{2,6}"
)
_NO_KIND = re.compile("(?<=^哪.)(?:项|項|个过程|個過程)$")
_SPARED = re.compile("(?:避免|免于|免受)(?=.)")
# `甲状腺不再产生胰岛素`: what is not done any more is told, and to what it is asked
_DENIES = re.compile("(?:不再|无法|不能)(?=.{3})")
# `心肌细胞上的受体`: where it is, and not which
_PLACED = r".{2,}(?P<end>(?:上|表面|内|中)的(?:<:thing>))"
_CELLS = re.compile("细胞$")
_ASKS = re.compile(r"^(?:哪(?:\{n\})?[种条类个]|什么|which (?:\{n\} )?)")


def asked_noun(shown: str) -> str:
    """The noun of a word that asks for a kind (`细胞` of `哪种细胞`)."""
    return _ASKS.sub("", match_view(shown))


def asks(shown: str) -> bool:
    """Whether a gap's words ask for a kind of thing, or for anything."""
    return bool(_ASKS.match(match_view(shown)))


def of_form(answer: str, view: str, lexicon: Lexicon, ask: Callable[[str], str]) -> str | None:
    """What a gap over an answer of a fixed form shows; None where it has none, empty where no more is known.

    Args:
        answer: as written.
        view: its match view.
        lexicon: knows verbs, and the nouns that end names.
        ask: gives what a gap over a part of it would show.
    """
    if of := None if HAN.search(view) else _OF.fullmatch(view):
        return f"{answer[: of.end('head')]} …"
    if placed := lexicon.words.pattern(_PLACED).fullmatch(view):
        end = answer[placed.start("end") : placed.end("end")]
        cells = _CELLS.search(view, 0, placed.start("end"))
        return f"哪些{answer[cells.start() : cells.end()]}{end}" if cells else f"…{end}"
    if driven := _DRIVEN.fullmatch(view):
        by = _NO_KIND.sub("种机制", ask(answer[slice(*driven.span("what"))]))
        known = by.startswith("哪")
        return f"{answer[: driven.start('what')]}{by}{answer[driven.end('what') :]}" if known else None
    if spared := _SPARED.match(view):
        return f"{answer[: spared.end()]}{ask(answer[spared.end() :])}"
    if tail := _TAIL.search(view):
        told = ask(answer[: tail.start()])
        return f"{told}{answer[tail.start() : tail.end()]}" if told and "…" not in told else ""
    denies = _DENIES.search(view)
    return _denied(answer, view, denies.end(), lexicon, ask) if denies else None


def _denied(answer: str, view: str, start: int, lexicon: Lexicon, ask: Callable[[str], str]) -> str | None:
    """What is not done any more, with the kind of thing to which (`不再产生哪种激素`)."""
    verb = lexicon.of(TermKind.ACTION).leading(answer[start:])
    if verb is None or lexicon.words.pattern("<:thing>").fullmatch(view[start + verb.end :]):
        return None
    told = ask(answer[start + verb.end :])
    return f"{answer[: start + verb.end]}{told}" if asks(told) else ""
