"""Short forms are spelt out where a question first uses them: `强直性脊柱炎(AS)`.

Those of diseases, for two letters are another thing in every field; and those that only one text uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sctui.decks.identity import question_key
from sctui.decks.rubric import Claim, failed_item
from sctui.decks.senses import is_double
from sctui.decks.templates import Question, constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.language import Language
from sctui.model.quick import quick
from sctui.text.match_view import match_view
from sctui.text.occurrences import occurrences
from sctui.text.patterns import HAN

# a word that is nobody's name: `Deep brain stimulation`, `Simple limbal epithelial transplantation`
_PLAIN = re.compile(
    r"(?:[A-Z][a-z]+(?:ed|al|ar|ive|ing|ous|ic|ory|ary|ant|ent)|Deep|Simple|Bone|Stem|Cell|Cord|Whole|High"
    r"|Low|Full"
    r"|Early|Late|Heart|Brain|Skin|Liver|Nerve|Growth) (?=[a-z])"
)
_BEFORE, _BEHIND = "[A-Za-z0-9/(（-]", "[A-Za-z0-9/-]"
_PART_BEFORE, _PART_BEHIND = re.compile(_BEFORE), re.compile(_BEHIND)
_ONE_OF_THEM = r"\s?[(（][A-Za-z0-9]{{1,6}}-{short}[)）]"  # `MSC(UC-MSC)`
_SHORT = re.compile(
    rf"(?<!{_BEFORE})(?P<short>[A-Z][A-Za-z0-9]{{1,6}})(?!{_BEHIND})"
    rf"(?!(?!{_ONE_OF_THEM.format(short='(?P=short)')})\s?[(（])"
)
_CAPITALS = re.compile("[A-Z].*[A-Z]")
_NAMED = tuple(kind for kind in TermKind if kind is not TermKind.WORD)
_BLANK_BEFORE, _BLANK_BEHIND = re.compile(r"(?<=[\u3400-\u9fff]) $"), re.compile(r"^ (?=[\u3400-\u9fff])")
_GAP = re.compile(r"\{\{.*?\}\}")


@quick
@dataclass(frozen=True, slots=True)
class Spelling:
    """What spells out the short forms of a document.

    Args:
        own: the full names of those that the document glosses.
        lexicon: knows diseases; what it has no name for is the document's own.
        language: of the document.
    """

    own: Mapping[str, str]
    lexicon: Lexicon | None
    language: Language

    def of(self, question: Question, claim: Claim) -> Question:
        """The question with the names of its short forms; as it is where these say the answer, or too much.

        A sentence with a gap keeps them beside it, for it has to stay as its source has it.
        """
        names = tuple(self._names(question.front, self.lexicon)) if self.lexicon and not claim.is_name else ()
        front = spelt(question.front, names)
        if not names or failed_item(front, question.back, claim, self.lexicon):
            return question
        return replace(question, names=names) if question.is_gap else replace(question, front=front)

    def _names(self, question: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
        """The short forms that a question uses without saying their names, each with its name."""
        view = match_view(question)
        for short in dict.fromkeys(found["short"] for found in _SHORT.finditer(question)):
            name = self._full_name(short, lexicon) if _CAPITALS.match(short) else ""
            term = lexicon.of(*_NAMED).lookup(name) if name else None
            names = (name, *(term.names() if term else ()))
            said = [one for one in names if not one.endswith(f"-{short}")]
            if (
                name
                and short not in name
                and not any(len(one) > len(short) and match_view(one) in view for one in said)
            ):
                yield short, name

    def _full_name(self, short: str, lexicon: Lexicon) -> str:
        """The name as the lexicon writes it, so that two documents ask in the same words; empty for none."""
        single = short.removesuffix("s")
        glossed = self.own.get(single, "")
        if bool(HAN.search(glossed)) != self.language.is_chinese:
            glossed = ""
        diseases = lexicon.of(TermKind.DISEASE)
        term = diseases.lookup(glossed) if glossed else None
        senses = diseases.senses(short)
        if term is None and glossed:
            own = _is_own(single, lexicon.of(*_NAMED).senses(single))
            return glossed if own or senses else ""
        if term is None and len(senses) == 1 and not is_double(short, lexicon):
            term = senses[0]
        if term is None:
            return ""
        return constant(term.zh, self.language) if self.language.is_chinese else term.en


def _is_own(short: str, known: Sequence[Term]) -> bool:
    """Whether nobody but the document calls something so."""
    return all(short in term.attributes.get("coined", "").split(",") for term in known)


def _within(name: str) -> str:
    """A name that a document wrote at the beginning of a sentence, as it stands within one."""
    return name[0].lower() + name[1:] if _PLAIN.match(name) else name


@lru_cache(maxsize=1024)  # looked at again whenever another question of the document makes way
def key_as_spelt(question: str, names: tuple[tuple[str, str], ...]) -> str:
    """What a question with these names has in common with one that a learner would take for the same."""
    return question_key(spelt(question, names))


def spelt(text: str, names: Sequence[tuple[str, str]]) -> str:
    """A question, or a text with gaps, with the names of short forms, each at the first place in no gap."""
    for short, name in names:
        gaps = [gap.span() for gap in _GAP.finditer(text)]
        places = (at for at in occurrences(text, short) if _stands_alone(text, at, at + len(short)))
        found = next(places, None)
        if found is None or any(start <= found < end for start, end in gaps):
            continue
        space = "" if HAN.search(name) else " "
        full = name[:1].upper() + name[1:] if found == 0 else _within(name)
        before, rest = text[:found], text[found + len(short) :]
        if not space:  # between Chinese words
            before, rest = _BLANK_BEFORE.sub("", before), _BLANK_BEHIND.sub("", rest)
        glossed = re.match(_ONE_OF_THEM.format(short=short), rest)
        text = f"{before}{full}{rest if glossed else f'{space}({short}){rest}'}"
    return text


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not _PART_BEFORE.match(text[start - 1 : start]) and not _PART_BEHIND.match(text, end)
