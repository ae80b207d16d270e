"""All facts of a document: the five kinds, without what is said twice at the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sctui.facts.comparisons import find_comparisons
from sctui.facts.figures import find_figures
from sctui.facts.mechanisms import find_mechanisms
from sctui.facts.mended import as_mended, as_they_stand
from sctui.facts.namings import find_namings
from sctui.facts.ranks import find_ranks
from sctui.facts.terms import find_terms, own_names
from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.progress import Progress, silent
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.mending import mended_lines

_RESULTS = {"outcome", "change", "change_word", "state", "effect", "caused", "verdict", "conclusion"}
_RESULTS |= {"common_events"}


def extract_facts(
    document: Document, tree: Topic, lexicon: Lexicon, progress: Progress = silent
) -> tuple[Fact, ...]:
    """The facts of a document, in the order of its lines."""
    lines = mended_lines([line.text for line in document.lines], document.damage, plain=True)
    mended = as_mended(document, lines)
    facts = list(as_they_stand(_distinct(_found(mended, tree, lexicon, progress)), lines))
    results: dict[int, list[Span]] = defaultdict(list)
    for fact in facts:
        if fact.kind is FactKind.TRIAL and fact.slot in _RESULTS and fact.answer:
            results[fact.answer.line].append(fact.answer)
    kept = (fact for fact in facts if fact.kind is not FactKind.MECHANISM or not _is_told(fact, results))
    return tuple(sorted(kept, key=lambda fact: (fact.evidence.line, fact.evidence.start)))


def _found(document: Document, tree: Topic, lexicon: Lexicon, progress: Progress) -> Iterator[Fact]:
    passes = _passes(document, tree, lexicon)
    for number, facts in enumerate(passes):
        for fact in facts:
            progress("facts", number * len(document.lines) + fact.evidence.line, 6 * len(document.lines))
            yield fact


def _passes(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Iterable[Fact]]:
    """The facts of each kind; the studies are read when it is their turn."""
    terms = list(find_terms(document, lexicon))
    yield terms
    own = own_names(terms, lexicon)
    yield find_mechanisms(document, tree, lexicon, own)
    yield find_comparisons(document, tree, lexicon)
    telling = read_telling(document, tree, lexicon, own)
    yield find_trials(telling, document, tree, lexicon)
    yield find_figures(telling, lexicon)
    yield (*find_ranks(telling), *find_namings(telling))


def _is_told(fact: Fact, results: Mapping[int, list[Span]]) -> bool:
    """Whether a study's result says the same: a card that names the study says more than a mechanism's."""
    answer = fact.answer
    return answer is not None and any(
        (result.start <= answer.start and answer.end <= result.end)
        or (fact.slot == "pathology" and answer.start <= result.start and result.end <= answer.end)
        for result in results.get(answer.line, ())
    )


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    seen: set[tuple[object, ...]] = set()
    for fact in facts:
        key = (
            fact.kind,
            fact.slot,
            fact.evidence.line,
            match_view(fact.subject),
            match_view(fact.measure),
            match_view(fact.value),
        )
        if key not in seen:
            seen.add(key)
            yield fact
