"""For any text, every quote of every card stands in its line, at the offsets the fact gives."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sctui.errors import DocumentError
from sctui.locations import bundled
from sctui.pipeline import Knowledge, convert, read_knowledge
from tests.broken_text import broken

WORDS = st.sampled_from(
    [
        *[
            "MSC",
            "干细胞",
            "間充質干細胞",
            "VEGF、HGF和IGF-1",
            "2019年",
            "《自然》",
            "杂志",
            "研究",
            "该研究",
            "纳入",
            "12名",
            "患者",
            "(RA)",
        ],
        *[
            "类风湿关节炎",
            "静脉",
            "注射",
            "1×10^6/kg",
            "5×10?",
            "分泌",
            "抑制",
            "促进",
            "通过",
            "降低",
            "30-40%",
            "84%",
            "并",
            "參考資料",
            "图1",
        ],
        *[
            ",",
            "。",
            ";",
            ":",
            "、",
            "|",
            "|---|---|",
            "#",
            "1.",
            "一、",
            "(一)",
            "-",
            "?",
            "□",
            "(",
            ")",
            "“",
            "”",
            "may",
            "inhibit",
            "http://a.b",
            "IL-10",
            ".",
        ],
        *(
            "\n",
            "\n\n",
            "\t",
            "\x1b[31m",
            "Mesenchymal stem cells (MSCs) secrete ",
            " 64 patients were randomised ",
        ),
    ]
)
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=200)
JOINED = st.lists(WORDS, min_size=1, max_size=60).map("".join)
BROKEN = JOINED.map(lambda text: broken(f"{text}\n\n{text[::-1]}\n\n{text}", 40))
TEXTS = st.one_of(ANY, JOINED, BROKEN)


@cache
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
@example(text="M1分泌(RA)")
def test_every_quote_stands_in_its_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "any.txt")
        file.write_bytes(text.encode())
        try:
            conversion = convert(file, knowledge())
        except DocumentError:
            return  # empty, or nothing but control characters
    lines = [line.text for line in conversion.document.lines]
    read = conversion.reading.paragraphs
    for fact in conversion.facts:
        for span in (fact.evidence, *([fact.answer] if fact.answer else [])):
            assert 0 <= span.start < span.end <= len(read.lines[span.line - 1].text)
            assert all(conversion.document.text(place) == quote for place, quote in read.pieces(span))
    for note in conversion.generation.notes:
        assert note.sources
        for source in note.sources:
            assert source.quote
            assert source.quote in lines[source.line - 1]


def test_the_texts_of_this_test_do_make_cards() -> None:
    text = "2019年,《甲》杂志报道,64名类风湿关节炎患者接受脐带间充质干细胞静脉注射,缓解率为84%。MSC分泌VEGF、HGF和IGF-1。"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "any.txt")
        file.write_text(text, encoding="utf-8")
        assert convert(file, knowledge()).generation.notes
