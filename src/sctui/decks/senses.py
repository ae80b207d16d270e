"""In which field an abbreviation is used: asked with it where it means other things elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view


def read_senses(
    facts: Iterable[Fact], document: Document, tree: Topic, lexicon: Lexicon | None
) -> Mapping[tuple[str, str], str]:
    """The disease in whose field an abbreviation is used, by abbreviation and full name (match view).

    That of the nearest heading above the first place that gives the name, else of the document's title, else
    the one that the line begins with; none that gives either name away.
    """
    found: dict[tuple[str, str], str] = {}
    for fact in facts:
        key = (match_view(fact.subject), match_view(fact.value))
        if fact.kind is FactKind.TERM and fact.slot == "expansion" and lexicon and key not in found:
            line = document.lines[fact.evidence.line - 1].text
            titles = (*reversed(tree.path_of(fact.evidence.line)), tree.title, line[: fact.evidence.start])
            fields = (field for title in titles for field in _diseases(title, lexicon))
            found[key] = next((field for field in fields if _tells(field, fact, lexicon)), "")
    return found


def is_ambiguous(name: str, lexicon: Lexicon | None) -> bool:
    """Whether the lexicon knows several things of that name, none of which is a kind of another.

    What a name stands for within others alone (`UC` of `UC-MSC`) a term says with `also: UC=脐带`.
    """
    if not name.isascii() or lexicon is None:
        return False
    terms = lexicon.senses(name)
    senses = {match_view(term.key) for term in terms}
    also = (term.attributes.get("also", "").partition("=") for term in terms)
    senses |= {match_view(sense) for short, _, sense in also if match_view(short) == match_view(name)}
    return len({sense for sense in senses if not any(sense != one and one in sense for one in senses)}) > 1


def _diseases(text: str, lexicon: Lexicon) -> Iterable[str]:
    return (text[m.start : m.end] for m in lexicon.of(TermKind.DISEASE).mentions(text))


def _tells(field: str, fact: Fact, lexicon: Lexicon) -> bool:
    view, name, short = match_view(field), match_view(fact.value), match_view(fact.subject)
    same = lexicon.lookup(field) in (lexicon.lookup(fact.value), *lexicon.senses(fact.subject))
    return not (same or name in view or short in view or view in name)
