"""Abbreviations that mean other things elsewhere are asked with the heading that tells their sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_LONGEST_TITLE = 32  # characters of a heading that a question can name
_AMBIGUOUS = 2  # letters of an abbreviation that means something else in the next document


def read_senses(facts: Iterable[Fact], tree: Topic, lexicon: Lexicon | None) -> Mapping[tuple[str, str], str]:
    """The heading to ask an abbreviation with, by abbreviation and full name (match view).

    Of the headings above the first place that gives the name: one that names a disease, else the outermost;
    none that gives either name away.
    """
    found: dict[tuple[str, str], str] = {}
    for fact in facts:
        key = (match_view(fact.subject), match_view(fact.value))
        if fact.kind is not FactKind.TERM or fact.slot != "expansion" or key in found:
            continue
        found[key] = _heading(fact, tree, lexicon) if _is_ambiguous(fact.subject, lexicon) else ""
    return found


def _is_ambiguous(name: str, lexicon: Lexicon | None) -> bool:
    if not name.isascii():
        return False
    senses = {match_view(term.key) for term in lexicon.senses(name)} if lexicon else set()
    apart = {sense for sense in senses if not any(sense != one and one in sense for one in senses)}
    return len(name) <= _AMBIGUOUS or len(apart) > 1


def _heading(fact: Fact, tree: Topic, lexicon: Lexicon | None) -> str:
    titles = [title for title in tree.path_of(fact.evidence.line) if _tells(title, fact)]
    diseases = lexicon.of(TermKind.DISEASE) if lexicon else None
    named = [title for title in titles if diseases and diseases.mentions(title)]
    return next(iter((*named, *titles, *((tree.title,) if _tells(tree.title, fact) else ()))), "")


def _tells(title: str, fact: Fact) -> bool:
    view = match_view(title)
    said = match_view(fact.value) in view or match_view(fact.subject) in view
    return 0 < len(title) <= _LONGEST_TITLE and not said
