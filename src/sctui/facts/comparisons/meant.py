"""What a table leaves to its document: which cells come from the sources in its rows, for which disease."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Language, LineKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# a name of cells without its noun, which the abbreviation has: `骨髓来源(BM-MSCs)`, `羊膜来源(hAMSCs)`
_NO_NOUN = re.compile(
    r"(?P<source>[^()（）]*[来來]源)(?P<short>\s*[(（][A-Za-z]*?-?(?P<noun>[A-Z]SCs?)[)）])"
)
_SOURCE = re.compile(r"[来來]源|\bsources?\b", re.IGNORECASE)
_OF_CELLS = re.compile(r"细胞|来源|种类|类型|\bcells?\b|\bsources?\b")
_CELLS = re.compile(  # those of an approved product end in `cel`, by the rules for such names
    r"细胞|cells?\b|msc|[干骨]髓|囊泡|vesicle|(?<![a-z])i?ps(?:c|细胞)|(?<![a-z])[neo]pcs?\b"
    r"|(?<![a-z])[a-z]{3,}cel(?:-[a-z])?\b|car-t|类器官|organoid"
)
_IS_CELLS = re.compile(r"细胞(?:\s?\([^()]*\))?$|\bcells?$")
_STEM = frozenset({"mesenchymal", "pluripotent", "haematopoietic", "neural"})  # classes of cells, by kind
_MOSTLY = 2  # times as often as any other
_MORE_OFTEN = 1.5  # times, of the one disease that has its short form beside it
_OVER_ALL = 5  # times as often as any other disease
_SHORT = re.compile(r"\s?[(（](?:[A-Za-z][A-Za-z '’-]+[,，;；]\s?)?[A-Z][A-Za-z-]*[)）]")
_ROUTE = re.compile(
    r"注射|输注|灌注|灌肠|喷涂|支架|贴片|静脉|动脉|鞘内|脾内|肌内|口服|滴眼|植入|\b(?:intra\w+|injections?"
    r"|infusions?|oral|topical"
    r"|intravenous|scaffolds?|patch)\b"
)
_WAY_WORDS = re.compile(  # of which all of a mere way consists
    r"[经肌皮颅脑腹鼻眼胸骨内下腔型的\s]|外周|局部|全身|立体定[向位]|门?[静动]脉|门脉|[肝脾肾冠]|冠状|鞘|宫"
    r"|卵巢|关节|玻璃体|心[内外]膜|海马|侧脑室|病灶"
    r"|视网膜|脊髓|实质|口服|滴眼|雾化|吸入|注射|输注|灌注|灌肠|植入|移植|喷涂|贴片|支架|给药|途径|介入"
    r"|穿刺|开刀|手术"
    r"|\b(?:intra[a-z]+|peripheral|local|systemic|oral|topical|injections?|infusions?|implantation|delivery"
    r"|route|administration"
    r"|artery|arterial|vein|venous|hepatic|portal|splenic|coronary|scaffolds?|patch)\b"
)
_TIME_OF = re.compile(r"(?:超?急性|亚急性|慢性|恢复|早|中|晚|后遗症)期?(?:\s?\([^()]*\))?")
_GIVING = re.compile("(?:注射|输注|灌注|植入|移植|滴注|给药)$")
_ANY_CELLS = re.compile(r"[干幹]\s?[细細]胞|\bstem cells\b", re.IGNORECASE)
_PRODUCT = re.compile(r"[A-Z][A-Za-z0-9-]{3,}[®™]?|[\u3400-\u9fff]{2,6}[®™]?")
_CLAUSE_END = re.compile(r"[;；。!！?？]|\s[—–-]\s|——")
_CELL_THERAPY = re.compile("[细細]胞(?=治[疗療]|[疗療]法|移植|[输輸]注)|cells(?= therapy)")
_JOINED = re.compile(
    r"(?:|[和与與及、/]|[,，]?\s?(?:and|or)|\s(?:in|of|with|due to)|[的伴合并併]{1,2}|所致的?"
    r"|相[关關]的?)\s?(?:the )?"
)


def named(name: str, lexicon: Lexicon) -> str:
    """The name in a row's or column's head; one that only says whence the cells come is given their noun."""
    found = _NO_NOUN.fullmatch(name)
    cells = lexicon.of(TermKind.CELL)
    if found is None or not (cells.lookup(found["noun"]) or cells.lookup(found["noun"].removesuffix("s"))):
        return name
    return f"{found['source']}{found['noun']}{found['short']}"


@dataclass(frozen=True)
class Meant:
    """What the document of a table is on, worked out when a table asks for it.

    Args:
        document: the whole of it.
        lexicon: knows cells, sources and diseases.
    """

    document: Document
    lexicon: Lexicon

    def sourced(self, name: str, head: str, title: str) -> str:
        """The cells of a row or column that names but their source (`骨髓`, under `来源`).

        They are called as in the title of the table, or as the document calls its cells; `head` is the
        corner, or the title where the sources stand in the head.
        """
        source, cells = _SOURCE.search(head), self.lexicon.of(TermKind.CELL)
        known = self.is_source(name)
        if (
            cells.mentions(name)
            or _IS_CELLS.search(match_view(name))
            or not (source or (known and _OF_CELLS.search(match_view(head))))
        ):
            return name
        if name.isascii():
            return f"cells from {name[:1].lower()}{name[1:]}" if name[1:2].islower() else f"cells from {name}"
        said = [title[m.start : m.end] for m in cells.mentions(title)]
        noun = next((word for word in said if not word.isascii()), "") or (self.cells if known else "")
        traditional = self.document.language is Language.TRADITIONAL
        ending = "來源" if traditional else "来源"
        ending = "" if match_view(name).endswith("来源") else ending
        if noun or not known:
            return f"{name}{ending}{noun}" if noun else name
        return f"{name}{ending}的{'細胞' if traditional else '细胞'}"

    @cached_property
    def cells(self) -> str:
        """What the document calls the stem cells that it is on; empty where it tells of several."""
        found = [
            (mention.term.key, word)
            for mention, word in self._mentions(TermKind.CELL)
            if mention.term.attributes.get("class") in _STEM and not mention.term.attributes.get("tissue")
        ]
        counted = Counter(key for key, _ in found).most_common(2)
        if not counted or (len(counted) > 1 and counted[0][1] < _MOSTLY * counted[1][1]):
            return ""
        words = [word for key, word in found if key == counted[0][0]]
        return next((word for word in words if HAN.search(word)), words[0])

    @cached_property
    def disease(self) -> str:
        """The one disease that the document is on: named in its headings, or with its short form."""
        found = list(self._mentions(TermKind.DISEASE, headings=True))
        glossed = not found
        if glossed:
            found = [
                (mention, word)
                for mention, word in self._mentions(TermKind.DISEASE, glossed=True)
                if HAN.search(word) or " " in word
            ]
        if len({mention.term.key for mention, _ in found}) != 1:
            return ""
        key = found[0][0].term.key
        return found[0][1] if (self._is_foremost(key) if glossed else self._is_main(key)) else ""

    def _is_foremost(self, key: str) -> bool:
        """Whether a disease is told of most, symptoms aside; its kinds and stages are it as well."""
        counted = Counter(
            mention.term.key
            for mention, _ in self._mentions(TermKind.DISEASE)
            if mention.term.attributes.get("area") != "symptom"
        )
        own = {other for other in counted if other in key or key in other}
        ours = sum(counted[one] for one in own)
        return all(other in own or count * _MORE_OFTEN <= ours for other, count in counted.items())

    def _is_main(self, key: str) -> bool:
        """Whether a disease of the headings is no complication: two of them name it, or all of the text."""
        terms = self.lexicon.of(TermKind.DISEASE)
        titles = [line.text for line in self.document.lines if line.kind is LineKind.HEADING]
        named = [any(m.term.key == key for m in terms.mentions(title)) for title in titles]
        if named and (named[0] or sum(named) > 1):
            return True
        counted = Counter(mention.term.key for mention, _ in self._mentions(TermKind.DISEASE))
        return all(other == key or count * _OVER_ALL <= counted[key] for other, count in counted.items())

    def disease_of(self, names: Sequence[str], above: Sequence[str] = ()) -> str:
        """The disease that a table's rows (or columns) of these names are for, unless they name their own.

        Where the headings tell of two, and some rows are for one of them (`骨移植(骨不连)`), the others are
        for the one that is left; else it is the disease of the nearest heading `above` that names one alone.
        """
        if self.disease:
            return self.disease
        told = {key for name in names for key in self._own(name)}
        left = [word for key, word in self._headed.items() if key not in told]
        if told:
            return left[0] if len(left) == 1 else ""
        for title in reversed(above):
            named = self.lexicon.of(TermKind.DISEASE).mentions(title)
            if named:
                return self._of_title(title, named)
        return ""

    def _of_title(self, title: str, named: Sequence[Mention]) -> str:
        """The disease of a title: the one that it names, two that stand together, or that of most lines."""
        clause = _CLAUSE_END.search(title, named[0].end)
        named = [mention for mention in named if clause is None or mention.end <= clause.start()]
        between = [title[one.end : other.start] for one, other in pairwise(named)]
        if all(map(_JOINED.fullmatch, between)):
            return title[named[0].start : named[-1].end]
        counted = Counter(mention.term.key for mention, _ in self._mentions(TermKind.DISEASE))
        first, *others = dict.fromkeys(mention.term.key for mention in named)
        main = all(counted[first] >= _MOSTLY * counted[other] for other in others)
        return title[named[0].start : named[0].end] if main else ""

    def names_its_disease(self, name: str) -> bool:
        """Whether a row or column says itself for which of the diseases of the headings it is."""
        return bool(self._own(name))

    def _own(self, name: str) -> set[str]:
        terms = self.lexicon.of(TermKind.DISEASE)
        return {mention.term.key for mention in terms.mentions(name)} & set(self._headed)

    @cached_property
    def _headed(self) -> Mapping[str, str]:
        """The diseases of the headings, as they are written there."""
        return {mention.term.key: word for mention, word in self._mentions(TermKind.DISEASE, headings=True)}

    def heads_cells(self, corner: str) -> bool:
        """Whether a corner says that its rows are cells, or where they come from."""
        return bool(_OF_CELLS.search(match_view(corner)))

    def is_of_cells(self, name: str) -> bool:
        """Whether a row or column is one of cells, of what cells make, or of the tissue they come from."""
        return (
            self.is_known_cells(name)
            or bool(_CELLS.search(match_view(name)))
            or self._is_glossed_as_cells(name)
        )

    def is_known_cells(self, name: str) -> bool:
        """Whether a row or column has the name of known cells, or of a tissue."""
        kinds = (TermKind.CELL, TermKind.SOURCE)
        return any(mention.term.kind in kinds for mention in self.lexicon.mentions(name))

    def _is_glossed_as_cells(self, name: str) -> bool:
        """Whether the text says in brackets behind a product's name that it is one of cells."""
        if not _PRODUCT.fullmatch(name):
            return False
        lines = (line.text for line in self.document.lines if name in line.text)
        glosses = (re.search(rf"{re.escape(name)}[®™]?\s?[(（]([^()（）]{{2,60}})", line) for line in lines)
        return any(gloss and _CELLS.search(match_view(gloss[1])) for gloss in glosses)

    def is_disease(self, name: str) -> bool:
        """Whether a row or column is a disease."""
        return bool(self.lexicon.of(TermKind.DISEASE).mentions(name))

    def is_property(self, measure: str) -> bool:
        """Whether a column tells what cells are like in any disease."""
        return self.lexicon.of(TermKind.ATTRIBUTE).lookup(measure) is not None

    def is_way(self, name: str) -> bool:
        """Whether a row or column is but a way to give cells, or the time at which they are given."""
        view = match_view(name)
        if _TIME_OF.fullmatch(view):
            return True
        return bool(_ROUTE.search(view)) and not _WAY_WORDS.sub("", view) and not self.is_of_cells(name)

    def given(self, name: str) -> str:
        """What goes a way, or is given at a time (`静脉输注干细胞`); empty where nothing tells it."""
        cells = self.cells or self._any_cells
        if not cells:
            return ""
        view = match_view(name)
        treatment = "治療" if self.document.language is Language.TRADITIONAL else "治疗"
        if not HAN.search(name):
            small = name[:1].lower() + name[1:] if name[1:2].islower() else name
            return f"{small} {cells}" if not _TIME_OF.fullmatch(view) else ""
        if _TIME_OF.fullmatch(view):
            return f"{name}{cells}{treatment}"
        if _GIVING.search(view):
            return f"{name}{cells}"
        way = "輸注" if self.document.language is Language.TRADITIONAL else "输注"
        return f"经{name}{way}{cells}".replace("经", "經" if way == "輸注" else "经", 1)

    @cached_property
    def _any_cells(self) -> str:
        """The words for stem cells at large, as the document writes them; empty where it has none."""
        lines = [line.text for line in self.document.lines if line.kind is not LineKind.BOILERPLATE]
        found = (any_.search(text) for any_ in (_ANY_CELLS, _CELL_THERAPY) for text in lines)
        return next((one[0].lower() for one in found if one), "")

    def _mentions(
        self, kind: TermKind, *, headings: bool = False, glossed: bool = False
    ) -> Iterator[tuple[Mention, str]]:
        """The terms of a kind as they are written: in headings alone, or with a short form behind them."""
        # `微骨折` is an operation, and no fracture
        terms = (
            self.lexicon.of(kind, TermKind.TREATMENT) if kind is TermKind.DISEASE else self.lexicon.of(kind)
        )
        for line in self.document.lines:
            heading = line.kind is LineKind.HEADING
            told = line.kind.carries_facts and line.kind is not LineKind.TABLE_ROW and not headings
            if not heading and not told:
                continue
            for mention in terms.mentions(line.text):
                if mention.term.kind is kind and (not glossed or _SHORT.match(line.text, mention.end)):
                    yield mention, line.text[mention.start : mention.end]

    def is_source(self, name: str) -> bool:
        """Whether a name is that of a tissue, with little beside it."""
        found = self.lexicon.of(TermKind.SOURCE).mentions(name)
        return any(m.start == 0 and (m.end - m.start) * 2 >= len(name) for m in found)
