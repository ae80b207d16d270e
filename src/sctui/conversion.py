"""Several documents converted as one library: a study told by more than one of them is asked for once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sctui.decks.across import asked_by, beside_others
from sctui.decks.library_studies import LibraryStudies
from sctui.decks.yaml_reader import read_deck
from sctui.errors import SctuiError
from sctui.model.imprint import Imprint
from sctui.model.knowledge import Asked, DocumentKnowledge, LibraryKnowledge, Repair, ToldElsewhere
from sctui.pipeline import Conversion, Knowledge, ask, convert, repaired, slug
from sctui.records.across import told_elsewhere, with_other_cards
from sctui.records.library import read_library_knowledge
from sctui.records.linking import linked
from sctui.records.questions import asked_once, combined, taken_questions
from sctui.records.repairs import repaired_notes, repairs

_HELD = 64  # conversions that are kept until all are made; of further ones only what the library must know


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was converted: what it is read from, where its text is kept, and what came of it.

    `conversion` is None where it is made again when it is needed; `known` and `asked` are what the library
    must know; `taken` the questions that it must not ask, `library` the studies its names must not fit, and
    `around` the documents whose lines it was compared with.
    """

    read_from: Path
    file: Path
    conversion: Conversion | None
    known: DocumentKnowledge
    asked: tuple[Asked, ...]
    sha256: str
    repairs: tuple[Repair, ...] = ()
    taken: Mapping[str, Collection[str]] = field(default_factory=dict)
    library: LibraryStudies | None = None
    around: Mapping[str, Imprint] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        read_from: Path,
        file: Path,
        conversion: Conversion,
        held: int,
        around: Mapping[str, Imprint] | None = None,
    ) -> Made:
        """What is kept of a conversion; `held` is how many are held already."""
        kept = conversion if held < _HELD else None
        asked = tuple(asked_by(conversion.generation.notes))
        sha256 = conversion.document.sha256
        return cls(read_from, file, kept, conversion.knowledge, asked, sha256, around=around or {})

    def again(self, knowledge: Knowledge) -> Conversion:
        """The conversion, made once more where it was not kept."""
        if self.conversion:
            return self.conversion
        made = repaired(convert(self.read_from, knowledge, around=self.around), self.repairs, knowledge)
        if not self.taken and self.library is None:
            return made
        return ask(made.document, made.tree, made.facts, knowledge, self.taken, self.library)

    def mended(self, repairs: tuple[Repair, ...], knowledge: Knowledge) -> Made:
        """The same document, with what other documents proved of its damaged places."""
        return replace(self._as(repaired(self.again(knowledge), repairs, knowledge)), repairs=repairs)

    def otherwise(self, taken: Mapping[str, Collection[str]], knowledge: Knowledge) -> Made:
        """The same document, without the questions that others ask."""
        return self._asked_anew(taken, self.library, knowledge)

    def among(self, library: LibraryStudies, knowledge: Knowledge) -> Made:
        """The same document, its studies named so that no name fits another study of the library."""
        return self._asked_anew(self.taken, library, knowledge)

    def _asked_anew(
        self, taken: Mapping[str, Collection[str]], library: LibraryStudies | None, knowledge: Knowledge
    ) -> Made:
        made = self.again(knowledge)
        asked = ask(made.document, made.tree, made.facts, knowledge, taken, library)
        return replace(self._as(asked), repairs=self.repairs, taken=taken, library=library)

    def _as(self, conversion: Conversion) -> Made:
        known = replace(conversion.knowledge, imprint=self.known.imprint)
        held = 0 if self.conversion else _HELD
        return Made.of(self.read_from, self.file, replace(conversion, knowledge=known), held, self.around)


@dataclass(frozen=True, slots=True)
class Library:
    """The documents of one call with those that tell of the same studies, ready to be written.

    `neighbours` are documents that stand in the decks and were converted again; `places` gives file and hash
    of every document that a note may cite; `problems` says what of the decks' knowledge could not be read.
    """

    made: tuple[Made, ...]
    neighbours: tuple[Made, ...]
    places: Mapping[str, tuple[Path, str]]
    elsewhere: Mapping[str, ToldElsewhere]
    problems: tuple[str, ...] = ()

    def finished(self, made: Made, knowledge: Knowledge) -> Conversion:
        """The conversion of a document, its notes beside those of the library."""
        conversion, elsewhere = made.again(knowledge), self.elsewhere[made.known.file]
        generation = beside_others(conversion.generation, elsewhere, conversion.document.language)
        known = with_other_cards(conversion.knowledge, elsewhere.asked_by)
        left = (one for one in made.asked if one.card in elsewhere.asked_by)
        known = replace(
            known,
            asked=tuple(replace(one, sources=()) for one in asked_by(generation.notes)),
            left=tuple(replace(one, card=elsewhere.asked_by[one.card]) for one in left),
            repairs=made.repairs,
            imprint=made.known.imprint,
        )
        return replace(conversion, generation=generation, knowledge=known)


def standing_imprints(library: LibraryKnowledge) -> dict[str, Imprint]:
    """What `convert` must know of the documents whose decks stand already, by their names."""
    return {document.file: document.imprint for document in library.documents}


def together(
    made: Sequence[Made], decks: Path, knowledge: Knowledge, library: LibraryKnowledge | None = None
) -> Library:
    """The documents of one call beside those whose decks stand in `decks`.

    Documents there that tell of the same studies are converted again, if they can be read and have not
    changed, so that their cards show it. `library` is what `decks` holds, where it has been read already.
    """
    names = {one.known.file for one in made}
    library = library or read_library_knowledge([decks])
    before = library.documents
    stand = [document for document in before if document.file not in names]
    near = _linked(made, stand)
    places = dict(_places(stand, near, decks))
    around = standing_imprints(library) | {one.known.file: one.known.imprint for one in made}
    neighbours = list(_again(places, knowledge, around))
    converted = names | {one.known.file for one in neighbours}
    rest = [document for document in stand if document.file not in converted]
    standing = {one.card for document in before for one in document.asked}
    mended = _mended([*made, *neighbours], rest, knowledge)
    named = _told_apart(mended, rest, knowledge)
    running = _without_clashes(named, rest, standing, knowledge)
    told = told_elsewhere([*(one.known for one in running), *rest], converted, standing)
    questions = _questions(running, rest)
    elsewhere = combined(_with_origins(told, running), *asked_once(questions, converted, standing, before))
    cited = {s.document for one in elsewhere.values() for proof in one.sources.values() for s in proof}
    places |= dict(_places(stand, cited - near, decks))
    places |= {one.known.file: (one.file, one.sha256) for one in running}
    asked, further = tuple(running[: len(made)]), tuple(running[len(made) :])
    return Library(asked, further, places, elsewhere, library.problems)


def _mended(running: Sequence[Made], rest: Sequence[DocumentKnowledge], knowledge: Knowledge) -> list[Made]:
    """The documents, with damaged places repaired that other tellings of the same study have whole."""
    found = repairs([*(one.known for one in running), *rest])
    return [
        one.mended(found[one.known.file], knowledge) if one.known.file in found else one for one in running
    ]


def _told_apart(
    running: Sequence[Made], rest: Sequence[DocumentKnowledge], knowledge: Knowledge
) -> list[Made]:
    """The documents, with names of studies that fit no study of another document."""
    documents = [*(one.known for one in running), *rest]
    records = [record for document in documents for record in document.records]
    groups = linked(records)
    if len(groups) == len(records) and sum(1 for document in documents if document.records) < 2:
        return list(running)  # every study is told once, by one document, whose names are its own already
    library = LibraryStudies.of(groups, knowledge.lexicon)
    return [one.among(library, knowledge) if one.known.records else one for one in running]


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
    return [
        one.otherwise(taken[one.known.file], knowledge) if one.known.file in taken else one for one in running
    ]


def _questions(running: Sequence[Made], rest: Sequence[DocumentKnowledge]) -> dict[str, tuple[Asked, ...]]:
    asked = {document.file: document.asked for document in rest}
    return asked | {one.known.file: one.asked for one in running}


def _places(
    documents: Iterable[DocumentKnowledge], names: Collection[str], decks: Path
) -> Iterator[tuple[str, tuple[Path, str]]]:
    """File and hash of those documents that are among `names`, as their decks name them."""
    for document in documents:
        if document.file not in names:
            continue
        key = slug(Path(document.file))
        for deck in sorted((decks / key).glob("*.yaml")):
            try:
                reference = read_deck(deck).documents.get(key)
            except SctuiError:  # `check` tells of it; here it only means that nothing is known
                continue
            if reference:
                yield document.file, (deck.parent / reference.file, reference.sha256)
                break


def _linked(made: Sequence[Made], stand: Sequence[DocumentKnowledge]) -> set[str]:
    """The standing documents that tell of a study that is being converted."""
    names = {one.known.file for one in made}
    records = [record for document in (*(one.known for one in made), *stand) for record in document.records]
    found: set[str] = set()
    for group in linked(records):
        documents = {told.evidence.document for record in group for told in record.told}
        if documents & names:
            found |= documents - names
    return found


def _again(
    places: Mapping[str, tuple[Path, str]], knowledge: Knowledge, around: Mapping[str, Imprint]
) -> Iterator[Made]:
    """The documents that can be read and have not changed, converted again."""
    for _, (file, sha256) in sorted(places.items()):
        try:
            conversion = convert(file, knowledge, around=around)
        except SctuiError:  # gone, or not readable any more: its decks stay as they are
            continue
        if conversion.document.sha256 == sha256:
            yield Made.of(file, file, conversion, 0, around)
