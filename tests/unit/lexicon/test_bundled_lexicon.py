"""The lexicon that comes with the program: well formed, without doubles, and found in every script."""

from collections import Counter
from functools import cache

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.locations import bundled
from sctui.text.match_view import match_view

FOLDER = bundled() / "data" / "lexicon"
# How many terms a kind has at least: fewer would mean that a file was cut.
FLOORS = {
    TermKind.CELL: 140,
    TermKind.SOURCE: 45,
    TermKind.DISEASE: 280,
    TermKind.ROUTE: 40,
    TermKind.FACTOR: 550,
    TermKind.PATHWAY: 50,
    TermKind.IMMUNE: 115,
    TermKind.PHASE: 14,
    TermKind.DESIGN: 60,
    TermKind.ENDPOINT: 190,
    TermKind.UNIT: 100,
    TermKind.BOILERPLATE: 45,
}
SHORT = 2  # Latin letters; shorter names are words, phases or counters in most lines
ENGLISH_WORDS = {
    "it",
    "is",
    "in",
    "as",
    "at",
    "am",
    "an",
    "no",
    "or",
    "on",
    "so",
    "us",
    "we",
    "me",
    "al",
    "et",
}


@cache
def lexicon() -> Lexicon:
    """All terms that come with the program."""
    return read_lexicon(FOLDER)


def found(text: str, *kinds: TermKind) -> list[tuple[str, str]]:
    """What stands in `text` as (span as written, key of the term)."""
    return [(text[m.start : m.end], m.term.key) for m in lexicon().of(*kinds).mentions(text)]


def terms_of(kind: TermKind) -> tuple[Term, ...]:
    return tuple(term for term in lexicon().terms if term.kind is kind)


each_kind = pytest.mark.parametrize("kind", list(TermKind))


@each_kind
def test_every_kind_has_a_file_of_its_name(kind: TermKind) -> None:
    assert (FOLDER / f"{kind}.yaml").is_file()
    assert len(terms_of(kind)) >= FLOORS.get(kind, 1)


@each_kind
def test_no_name_belongs_to_two_terms_of_a_kind(kind: TermKind) -> None:
    """Plain words are looked for by their classes, of which one word may have several: there in one class."""
    owners = Counter(
        (name, part)
        for term in terms_of(kind)
        for name in {match_view(name) for name in term.names()}
        for part in (term.attributes.get("class", "").split(", ") if kind is TermKind.WORD else ("",))
    )
    assert [name for name, count in owners.items() if count > 1] == []


@each_kind
def test_names_are_written_out_and_trimmed(kind: TermKind) -> None:
    for term in terms_of(kind):
        assert term.names(), term
        assert all(name and name == name.strip() for name in (*term.synonyms, *term.abbreviations)), term


@each_kind
def test_keys_are_simplified(kind: TermKind) -> None:
    assert [term.zh for term in terms_of(kind) if match_view(term.zh) != term.zh.lower()] == []


def test_no_name_is_an_english_word_that_stands_in_every_line() -> None:
    names = {match_view(name) for term in lexicon().terms for name in term.names()}
    assert names & ENGLISH_WORDS == set()
    single = {
        name
        for term in lexicon().terms
        if term.kind not in {TermKind.UNIT, TermKind.BOILERPLATE}
        for name in term.names()
        if name.isascii() and name.isalnum() and len(name) < SHORT
    }
    assert single == set()


@pytest.mark.parametrize(
    ("text", "span", "key"),
    [
        ("移植间充质干细胞之后", "间充质干细胞", "间充质干细胞"),
        ("移植間充質幹細胞之後", "間充質幹細胞", "间充质干细胞"),
        ("移植間充質干細胞之后", "間充質干細胞", "间充质干细胞"),
        ("Grafts of mesenchymal stem cells help", "mesenchymal stem cells", "间充质干细胞"),
        ("Grafts of Mesenchymal Stem Cell help", "Mesenchymal Stem Cell", "间充质干细胞"),
        ("輸注MSCs治療", "MSCs", "间充质干细胞"),
        ("輸注ＭＳＣ治療", "ＭＳＣ", "间充质干细胞"),
        ("使用HUC-MSCs的隊列", "HUC-MSCs", "脐带间充质干细胞"),
        ("以人臍帶來源間充質幹細胞製成", "人臍帶來源間充質幹細胞", "脐带间充质干细胞"),
        ("由iPS细胞分化而来", "iPS细胞", "诱导多能干细胞"),
        ("自體骨髓來源的MSCs共九例", "自體骨髓來源的MSCs", "自体骨髓间充质干细胞"),
    ],
)
def test_finds_a_cell_in_every_script(text: str, span: str, key: str) -> None:
    assert (span, key) in found(text, TermKind.CELL)


@pytest.mark.parametrize(
    ("text", "span", "key"),
    [
        ("慢性炎症在老年人中常見", "慢性炎症", "慢性炎症"),
        ("慢性炎癥在老年人中常見", "慢性炎癥", "慢性炎症"),
        ("罹患巴金森氏症的長者", "巴金森氏症", "帕金森病"),
        ("類風濕性關節炎的患者", "類風濕性關節炎", "类风湿关节炎"),
        ("women with premature ovarian failure", "premature ovarian failure", "卵巢早衰"),
        ("pain after strokes", "strokes", "脑卒中"),
        ("膝OA的老人", "膝OA", "膝骨关节炎"),
    ],
)
def test_finds_a_disease_in_every_script(text: str, span: str, key: str) -> None:
    assert (span, key) in found(text, TermKind.DISEASE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("降低TNF-α", "肿瘤坏死因子-α"),
        ("降低TNFα", "肿瘤坏死因子-α"),
        ("降低TNF‑α", "肿瘤坏死因子-α"),  # non-breaking hyphen, as publishers set it
        ("降低TNF-ɑ", "肿瘤坏死因子-α"),
        ("lower TNF-alpha levels", "肿瘤坏死因子-α"),
        ("分泌介白素-10", "白细胞介素-10"),
        ("分泌IL-1β", "白细胞介素-1β"),
        ("分泌前列腺素E2", "前列腺素E2"),
        ("分泌TGF-ß1", "转化生长因子-β1"),
        ("miRNA-21的作用", "miR-21"),
        ("hepatocyte growth factor", "肝细胞生长因子"),
    ],
)
def test_finds_a_factor_in_every_spelling(text: str, key: str) -> None:
    assert [name for _, name in found(text, TermKind.FACTOR)] == [key]


@pytest.mark.parametrize(
    ("kind", "text", "keys"),
    [
        (TermKind.IMMUNE, "Th17与Treg、M2型巨噬細胞", ["Th17细胞", "调节性T细胞", "M2型巨噬细胞"]),
        (TermKind.PATHWAY, "激活PI3K/Akt與MAPK/ERK通路", ["PI3K/Akt通路", "MAPK/ERK通路"]),
        (TermKind.ROUTE, "由鞘內注射改為靜脈輸注", ["鞘内注射", "静脉输注"]),
        (TermKind.PHASE, "一項Ⅰ/Ⅱ期试验和a phase III trial", ["I/II期", "III期"]),
        (TermKind.DESIGN, "双盲、随机对照试验", ["双盲随机对照试验"]),
        (TermKind.DESIGN, "a meta-analysis of mice", ["荟萃分析", "小鼠"]),
        (TermKind.ENDPOINT, "SLEDAI評分、LVEF與6MWD", ["SLEDAI评分", "左心室射血分数", "六分钟步行距离"]),
        (TermKind.SOURCE, "取自臍帶、骨髓和脂肪組織", ["脐带", "骨髓", "脂肪组织"]),
        (TermKind.BOILERPLATE, "免責說明：僅供參考", ["免责声明", "仅用于传播科普知识"]),
    ],
)
def test_finds_terms_of_other_kinds(kind: TermKind, text: str, keys: list[str]) -> None:
    assert [key for _, key in found(text, kind)] == keys


def test_a_name_inside_a_longer_latin_word_is_no_mention() -> None:
    assert found("CD45 is not CD4, IL-1 is not IL-17A", TermKind.FACTOR) == [
        ("CD45", "CD45"),
        ("CD4", "CD4"),
        ("IL-1", "白细胞介素-1"),
        ("IL-17A", "白细胞介素-17A"),
    ]
    assert found("MSCX and XMSC", TermKind.CELL) == []


@pytest.mark.parametrize(
    "kind", [TermKind.UNIT, TermKind.PHASE, TermKind.BOILERPLATE, TermKind.FACTOR, TermKind.DESIGN]
)
def test_attributes_that_others_rely_on(kind: TermKind) -> None:
    required = {
        TermKind.UNIT: "measures",
        TermKind.PHASE: "stage",
        TermKind.BOILERPLATE: "strength",
    }.get(kind, "class")
    assert [term.key for term in terms_of(kind) if not term.attributes.get(required)] == []


@pytest.mark.parametrize(
    ("name", "measures"),
    [("名", "people"), ("例", "people"), ("項", "studies"), ("篇", "studies"), ("cells/kg", "rate")],
)
def test_units_say_what_they_measure(name: str, measures: str) -> None:
    term = lexicon().of(TermKind.UNIT).lookup(name)
    assert term is not None
    assert term.attributes["measures"] == measures


@pytest.mark.parametrize(("text", "found"), [("每次5 mg/kg", False), ("MG患者", True), ("每次5 MG/kg", True)])
def test_two_capital_letters_are_another_word_in_small_ones(text: str, found: bool) -> None:
    diseases = read_lexicon(FOLDER, FOLDER / "none").of(TermKind.DISEASE)
    assert bool(diseases.mentions(text)) is found
