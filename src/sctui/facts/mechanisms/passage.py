"""A line made ready for reading: its match view, the terms in it, its label, and what its headings say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from typing import NamedTuple

from sctui.facts.mechanisms.titles import PROCESS, actor_of, disease_of, label_of, names_aspect, unmarked
from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.lexicon.words import Words
from sctui.model.document import Document, Line, LineKind
from sctui.model.quick import quick
from sctui.model.topic import Topic
from sctui.text.brackets import depths
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

ENTITIES = (
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.FACTOR,
    TermKind.IMMUNE,
    TermKind.PATHWAY,
    TermKind.PROCESS,
    TermKind.DISEASE,
    TermKind.SOURCE,
)
_PRECLINICAL = re.compile(
    r"(?=[动小大沙豚兔模体临培条共细猪比猕猴abcdgilmprs])(?:(?<!哺乳)动物|[小大沙]鼠|豚鼠|兔(?!子)|模型|体外(?!分离|培养|扩增|从|复制|冲击|循环|受精|膜肺|[^,;。]{0,8}的?(?:患者|病人))|临床前"
    r"|培养上清|条件培养基|共培养|细胞系|conditioned medi(?:um|a)|co-cultur|cell lines?\b"
    r"|\bmice\b|\bmouse\b|\brats?\b|\brabbits?\b|\bin (?:the )?lab(?:oratory)?\b|\bin (?:cell )?cultures?\b"
    r"|\b(?:pigs?|piglets?|swine|sheep|dogs?|goats?|monkeys?|macaques?|primates?)\b|猪(?!苓)|比格犬|猕?猴(?!头)"
    r"|\blaboratory (?:studies|experiments|models?|work)\b|\bpre-clinical"
    r"|(?<!cultured )(?<!expanded )(?<!isolated )\bin vitro\b|\banimal|preclinical)"
)
_HUMAN = re.compile(r"模型驱动|临床模型")
_BOTH = re.compile(r"动物(?:模型|实验|研究)?(?:[和与及、]|以及)(?:临床(?!前)|人体|患者)")
# sections on how a disease comes about, or on risks: there the cells of the headings are not who acts
_PATHOLOGY = re.compile(
    r"发病|病因|致病|病理|失衡|紊乱|损伤|异常|风险|交互|触发|衰老|枢纽|副作用|挑战|瓶颈|感染|攻击"
)
_EXPRESS, _SHOWS, _SHOWN = "表达", "表现", re.compile(r"表现(?=\s?[a-z]+[-\dα-ωa-z]*(?!\s?[a-z]))")
_OTHERS = re.compile("[者原]")  # `肥胖者`, who get the disease; `过敏原`
_AGAINST = re.compile("抗$|versus-$|anti-?$")  # `移植物抗白血病效应`, which is no such disease
_COUNTED = re.compile(r"(?: in)? \d{1,3}(?=[.,;)]|$)")  # `dry mouth 2.`: how many of the treated had it
LISTED = {LineKind.RUN_IN, LineKind.NUMBERED, LineKind.BULLET}
_SILENT = {LineKind.TABLE_ROW, LineKind.ABBREVIATIONS, LineKind.HEADING}


@quick
@dataclass(frozen=True, slots=True)
class Passage:
    """A line that may state mechanisms.

    `view` is its match view, `nested` the bracket depth of every character, `mentions` actions and entities,
    `kinds` what they are, as written; `named` the diseases among them, `firsts` the first of each name of
    one, `diseases` these names;
    `body` the column where the text behind the label begins; `preclinical` says that its headings speak of
    animals or cell culture. `actor` is what the label or the headings say the
    line is about, `cells` the cells of the headings, whoever acts, `disease` the disease they name,
    `section` the label or else the nearest short heading, `topics` the diseases of the label and the
    headings, the nearest first; each may be empty.
    """

    line: Line
    view: str
    nested: list[int]
    mentions: list[Mention]
    kinds: Mapping[str, frozenset[TermKind]]
    named: list[Mention]
    firsts: list[Mention]
    diseases: frozenset[str]
    body: int
    actor: str
    cells: str
    disease: str
    section: str
    topics: tuple[str, ...]
    preclinical: bool
    words: Words

    @property
    def is_chinese(self) -> bool:
        """Whether the line is written in Han characters."""
        return bool(HAN.search(self.view))

    def between(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that stand wholly between two columns."""
        return _between(self.mentions, start, end)

    def mention_at(self, column: int) -> Mention | None:
        """The mention that covers a column."""
        at = _first_from(self.mentions, column + 1) - 1
        return self.mentions[at] if at >= 0 and column < self.mentions[at].end else None

    def entities(self, start: int, end: int) -> list[Mention]:
        """The things (not the verbs) mentioned between two columns."""
        return [m for m in self.between(start, end) if m.term.kind is not TermKind.ACTION]

    def named_diseases(self, start: int, end: int) -> Iterator[Mention]:
        """The diseases between two columns; what is a process too (衰老, 炎症) is none."""
        return _between(self.named, start, end)

    def actions(self, start: int, end: int) -> list[Mention]:
        """The verbs between two columns, those in brackets left out."""
        return [
            m for m in self.between(start, end) if m.term.kind is TermKind.ACTION and not self.nested[m.start]
        ]


def _between(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    for at in range(_first_from(mentions, start), len(mentions)):
        if mentions[at].start >= end:
            return
        if mentions[at].end <= end:
            yield mentions[at]


def _first_from(mentions: Sequence[Mention], column: int) -> int:
    """The place of the first mention that begins at a column or behind it."""
    return bisect_left(mentions, (column,))  # which is less than any mention that begins there


def passages(document: Document, tree: Topic, lexicon: Lexicon, own: Mapping[str, Term]) -> Iterator[Passage]:
    """Every line that carries facts in sentences, made ready.

    A plain paragraph that speaks of other diseases than its heading turns away from it: that paragraph and
    the plain ones behind it have no disease, until one names the heading's again.
    `own` are short forms that the document defines.
    """
    known = lexicon.of(*ENTITIES, TermKind.ACTION).naming(own)
    titles = _Titles(cache(partial(actor_of, known)), cache(partial(disease_of, known)))
    whole = "" if tree.title == document.name else tree.title  # a title that no heading below it belongs to
    turned = False
    last: tuple[str, ...] = ()
    for line in document.lines:
        if not line.kind.carries_facts or line.kind in _SILENT:
            continue
        path = tree.path_of(line.number)
        passage = _passage(line, path, known, titles, "" if tree.title in path else whole)
        turned, last = turned and path == last, path
        if line.kind is LineKind.PARAGRAPH and not passage.body:
            named = list(passage.named_diseases(0, len(line.text)))
            of_titles = [m.term for title in passage.topics[:1] for m in known.mentions(title)]
            related = any(_are_related(mention.term, term) for mention in named for term in of_titles)
            turned = not related if named and of_titles else turned
            if turned:
                passage = replace(passage, disease="", topics=(), section="")
        yield passage


class _Titles(NamedTuple):
    """What headings are about: cells and disease; the lines below one ask for it again and again."""

    actor: Callable[[str], str]
    disease: Callable[[str], str]


def _passage(line: Line, path: tuple[str, ...], known: Lexicon, about: _Titles, whole: str) -> Passage:
    view = match_view(line.text)
    place, body = label_of(view)
    label = line.text[slice(*place)].strip()
    titles = [title for title in reversed(path) if unmarked(title) != match_view(label)]
    ill = any(_PATHOLOGY.search(match_view(title)) for title in (label, *titles[:2]))
    listed = bool(body) or line.kind in LISTED  # a plain paragraph says itself who acts
    cells = next(filter(None, map(about.actor, titles)), "")
    actor = "" if ill or not listed else cells
    mentions = _with_shown(known, view, known.mentions(line.text))
    diseases = (m for m in mentions if m.term.kind is TermKind.DISEASE)
    diseases = (m for m in diseases if not _AGAINST.search(view, max(0, m.start - 7), m.start))
    diseases = (m for m in diseases if not _COUNTED.match(view, m.end) and not _OTHERS.match(view, m.end))
    named = [m for m in diseases if not PROCESS.fullmatch(view[m.start : m.end])]
    topics = tuple(filter(None, map(about.disease, (label, *titles, whole))))
    return Passage(
        line,
        view,
        depths(line.text),
        mentions,
        _kinds(line.text, mentions),
        named,
        _firsts(line.text, named),
        frozenset(line.text[m.start : m.end] for m in named),
        body,
        actor_of(known, label, alone=True) or actor,
        cells,
        topics[0] if topics else "",
        label or (titles[0] if titles and names_aspect(titles[0]) else ""),
        topics,
        any(turns_to_models(match_view(t)) >= 0 for t in titles[:2]),
        known.words,
    )


def _with_shown(known: Lexicon, view: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with each `表現` in front of a molecule, which is said in Taiwan for `表达`."""
    if _SHOWS not in view:
        return mentions
    term = known.lookup(_EXPRESS)
    shown = [Mention(*at.span(), term) for at in _SHOWN.finditer(view)] if term else []
    return sorted([*mentions, *shown]) if shown else mentions


def _firsts(text: str, named: Sequence[Mention]) -> list[Mention]:
    """The first mention of each name of each thing, in their order."""
    found: dict[tuple[str, str], Mention] = {}
    for mention in named:
        found.setdefault((text[mention.start : mention.end], mention.term.key), mention)
    return list(found.values())


def _kinds(text: str, mentions: Sequence[Mention]) -> dict[str, frozenset[TermKind]]:
    """What each word of a text that is mentioned stands for."""
    found: defaultdict[str, set[TermKind]] = defaultdict(set)
    for mention in mentions:
        found[text[mention.start : mention.end]].add(mention.term.kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _are_related(named: Term, other: Term) -> bool:
    """Whether a disease is a heading's, or one of the same field; a whole class of diseases is not."""
    area = named.attributes.get("area")
    is_class = named.zh.endswith("疾病")
    return named.key == other.key or (bool(area) and area == other.attributes.get("area") and not is_class)


@lru_cache(maxsize=256)  # titles, for each line below them
def turns_to_models(view: str) -> int:
    """The column where a text (as match view) first speaks of animals or cell culture; -1 if nowhere."""
    found = next(
        (
            f
            for f in _PRECLINICAL.finditer(view)
            if not _HUMAN.match(view, max(0, f.start() - 2)) and not _BOTH.match(view, f.start())
        ),
        None,
    )
    return found.start() if found else -1
