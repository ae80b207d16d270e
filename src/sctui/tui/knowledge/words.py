"""What the screen of mechanisms reads besides the links: names of relations, and what is a disease."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sctui.model.knowledge import DocumentKnowledge, Link
from sctui.model.language import Language
from sctui.tui.knowledge.mechanism_tree import plain_name


@dataclass(frozen=True, slots=True)
class Words:
    """The names of relations in Chinese, as Simplified, and the lexicon's keys of diseases."""

    chinese: Mapping[str, str] = field(default_factory=dict)
    diseases: frozenset[str] = frozenset()

    def namer(self, documents: Sequence[DocumentKnowledge]) -> Callable[[Link], str]:
        """What a link's relation is called in the language and script of the document that tells it."""
        from sctui.decks.templates import constant  # noqa: PLC0415 -- loads where it is used

        languages = {document.file: document.language for document in documents}

        def name_of(link: Link) -> str:
            language = languages.get(link.evidence.document, Language.ENGLISH)
            name = None if language is Language.ENGLISH else self.chinese.get(link.relation)
            return plain_name(link) if name is None else constant(name, language)

        return name_of


def read_words(own_lexicon: Path) -> Words:
    """Read them; takes a tenth of a second.

    Raises:
        LexiconError: a file of the program's, or of the learner's lexicon, cannot be read.
    """
    from sctui.lexicon.reader import read_lexicon  # noqa: PLC0415 -- only when the screen is opened
    from sctui.lexicon.relation_names import read_relation_names  # noqa: PLC0415 -- as above
    from sctui.lexicon.term import TermKind  # noqa: PLC0415 -- as above
    from sctui.locations import bundled  # noqa: PLC0415 -- as above

    data = bundled() / "data"
    lexicon = read_lexicon(data / "lexicon", own_lexicon)
    names = read_relation_names(data / "relations.yaml")
    diseases = frozenset(term.key for term in lexicon.terms if term.kind is TermKind.DISEASE)
    return Words(names.get("zh", {}), diseases)
