"""Several documents converted as one library: a study told by more than one of them is asked for once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from sctui.conversion.evened import evened
from sctui.conversion.made import Made
from sctui.conversion.standing import linked_documents, places_of, read_again, standing_imprints
from sctui.conversion.steps import AMONG, MENDED, OTHERWISE, Step, each
from sctui.decks.across import beside_others, still_asked
from sctui.decks.library_studies import LibraryStudies
from sctui.model.deck import Origin
from sctui.model.knowledge import Asked, DocumentKnowledge, LibraryKnowledge, ToldElsewhere
from sctui.model.progress import Progress, silent
from sctui.pipeline import Conversion, Knowledge
from sctui.records.across import told_elsewhere, with_other_cards
from sctui.records.library import read_library_knowledge
from sctui.records.linking import linked
from sctui.records.questions import asked_once, combined, taken_questions
from sctui.records.repairs import repaired_notes, repairs
from sctui.records.right_as_well import right_as_well
from sctui.text.collector_pause import collector_paused


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of one call with those that tell of the same studies, ready to be written.

    `neighbours` are documents that stand in the decks and were converted again; `places` gives file and hash
    of every document that a note may cite; `problems` says what of the decks' knowledge could not be read.
    """

    made: tuple[Made, ...]
    neighbours: tuple[Made, ...]
    places: Mapping[str, Origin]
    elsewhere: Mapping[str, ToldElsewhere]
    problems: tuple[str, ...] = ()

    def finished(self, made: Made, knowledge: Knowledge) -> Conversion:
        """The conversion of a document, its notes beside those of the library."""
        conversion, elsewhere = made.whole(knowledge), self.elsewhere[made.known.file]
        before = conversion.generation
        generation = beside_others(before, elsewhere, conversion.document.language)
        known = with_other_cards(conversion.knowledge, elsewhere.asked_by)
        left = (one for one in made.asked if one.card in elsewhere.asked_by)
        known = replace(
            known,
            asked=tuple(one.bare() for one in still_asked(made.asked, before.notes, generation.notes)),
            left=tuple(replace(one, card=elsewhere.asked_by[one.card]) for one in left),
            repairs=made.repairs,
            imprint=made.known.imprint,
        )
        return replace(conversion, generation=generation, knowledge=known)


def together(
    made: Sequence[Made],
    decks: Path,
    knowledge: Knowledge,
    library: LibraryKnowledge | None = None,
    progress: Progress = silent,
) -> Library:
    """The documents of one call beside those whose decks stand in `decks`.

    Documents there that tell of the same studies are converted again, if they can be read and have not
    changed, so that their cards show it. `library` is what `decks` holds, where it has been read already;
    `progress` is told how many documents were asked (`cards`).
    """
    with collector_paused():
        return _together(made, decks, knowledge, library, progress)


def _together(
    made: Sequence[Made],
    decks: Path,
    knowledge: Knowledge,
    library: LibraryKnowledge | None,
    progress: Progress,
) -> Library:
    names = {one.known.file for one in made}
    library = library or read_library_knowledge([decks])
    before = library.documents
    stand = [document for document in before if document.file not in names]
    near = linked_documents(made, stand)
    places = dict(places_of(stand, near, decks))
    around = standing_imprints(library) | {one.known.file: one.known.imprint for one in made}
    neighbours = list(read_again(places, knowledge, around))
    converted = names | {one.known.file for one in neighbours}
    rest = [document for document in stand if document.file not in converted]
    standing = {one.card for document in before for one in document.asked}
    mended = _mended([*made, *neighbours], rest, knowledge)
    named = _told_apart(mended, rest, knowledge, progress)
    running = _without_clashes(named, rest, standing, knowledge)
    _hand_over(running)
    documents = [*(one.known for one in running), *rest]
    right = right_as_well(documents, converted)
    told = {
        name: replace(one, right=right[name])
        for name, one in told_elsewhere(documents, converted, standing).items()
    }
    questions = _questions(running, rest)
    elsewhere = combined(_with_origins(told, running), *asked_once(questions, converted, standing, before))
    cited = {s.document for one in elsewhere.values() for proof in one.sources.values() for s in proof}
    places |= dict(places_of(stand, cited - near, decks))
    places |= {
        one.known.file: Origin(one.file, one.sha256, one.known.date, one.known.kind) for one in running
    }
    asked, further = tuple(running[: len(made)]), tuple(running[len(made) :])
    return Library(asked, further, places, elsewhere, library.problems)


def _mended(running: Sequence[Made], rest: Sequence[DocumentKnowledge], knowledge: Knowledge) -> list[Made]:
    """The documents, with damaged places repaired that other tellings of the same study have whole."""
    found = repairs([*(one.known for one in running), *rest])
    return _changed(MENDED, running, found, knowledge)


def _told_apart(
    running: Sequence[Made], rest: Sequence[DocumentKnowledge], knowledge: Knowledge, progress: Progress
) -> list[Made]:
    """The documents asked, with names of studies that fit no study of another document."""
    documents = [*(one.known for one in running), *rest]
    records = [record for document in documents for record in document.records]
    groups = linked(records)
    if len(groups) == len(records) and sum(1 for document in documents if document.records) < 2:
        library = None  # every study is told once, by one document, whose names are its own
    else:
        library = LibraryStudies.of(groups, knowledge.lexicon)
    jobs = [(one, library if one.known.records else None) for one in evened(running)]
    done = count(1)
    return each(AMONG, jobs, knowledge, lambda: progress("cards", next(done), len(running)))


def _with_origins(told: Mapping[str, ToldElsewhere], running: Sequence[Made]) -> dict[str, ToldElsewhere]:
    """A note whose answer another document repaired cites that document as well."""
    origins = dict(told)
    for one in running:
        here = told[one.known.file]
        sources = dict(here.sources)
        for card, origin in repaired_notes(one.known, one.repairs):
            sources[card] = (*sources.get(card, ()), origin)
        origins[one.known.file] = replace(here, sources=sources)
    return origins


def _without_clashes(
    running: Sequence[Made], rest: Sequence[DocumentKnowledge], standing: set[str], knowledge: Knowledge
) -> list[Made]:
    """The documents, none with a question that another one answers differently."""
    names = {one.known.file for one in running}
    taken = taken_questions(_questions(running, rest), names, standing)
    asked_anew = {one.keeper for one in running if one.known.file in taken}
    _hand_over(one for one in running if one.keeper not in asked_anew)
    return _changed(OTHERWISE, running, taken, knowledge)


def _hand_over(made: Iterable[Made]) -> None:
    """Let whoever keeps documents get ready what was made of them, while this process goes on."""
    for keeper in dict.fromkeys(one.keeper for one in made):
        if keeper:
            keeper.hand_over()


def _changed(
    step: Step, running: Sequence[Made], given: Mapping[str, object], knowledge: Knowledge
) -> list[Made]:
    """The documents, those for which something is given by a step with it."""
    names = [one.known.file for one in running]
    jobs = [(one, given[name]) for one, name in zip(running, names, strict=True) if name in given]
    after = iter(each(step, jobs, knowledge))
    return [next(after) if name in given else one for one, name in zip(running, names, strict=True)]


def _questions(running: Sequence[Made], rest: Sequence[DocumentKnowledge]) -> dict[str, tuple[Asked, ...]]:
    asked = {document.file: document.asked for document in rest}
    return asked | {one.known.file: one.asked for one in running}
