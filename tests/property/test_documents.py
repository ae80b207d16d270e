"""What holds for any text: it is read or refused, nothing is lost, and every place lies where it says."""

import string
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sctui.documents.read import read_document
from sctui.errors import DocumentError
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, LineKind
from sctui.model.topic import Topic
from sctui.outline.build import build_outline

_PIECES = st.sampled_from(
    [
        *"一二、。,:;?!()（）《》“”|#-*·①\n\n\n\t\r \x1b\x85\u2028\ufffd×^%&{}[]\"'",
        *(
            "干细胞",
            "間充質幹細胞",
            "治疗",
            "的机制",
            "系统性红斑狼疮",
            "SLE",
            "(SLE)",
            "CD4?",
            "5×10?",
            "1×106个细胞",
        ),
        *(
            "一、",
            "1.",
            "1、",
            "(一)",
            "图1:",
            "参考资料:",
            "References",
            "结论",
            "---\n",
            "title: ",
            "https://x.org/?a",
            "```\n",
            "## ",
        ),
        *(
            "疾?。簭腉",
            '{"title": "x"}',
            "RA,甲;MS,乙",
            "12%",
            "Cells are",
            "what is",
            "2020-01-02 03:04",
            "\ud7ff",
            "\U0001f9ec",
        ),
    ]
)
texts = st.lists(_PIECES | st.text(alphabet=string.printable + "干细胞é", max_size=6), max_size=60).map(
    "".join
)
relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=150,
)


def read(data: bytes, lexicon: Lexicon) -> Document | None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "any.txt"
        file.write_bytes(data)
        try:
            return read_document(file, lexicon)
        except DocumentError:
            return None


def lies_inside(topic: Topic, last: int) -> None:
    assert topic.last_line <= last
    previous = topic.line
    for child in topic.children:
        assert previous < child.line <= child.last_line <= topic.last_line
        assert child.title.strip()
        previous = child.last_line
        lies_inside(child, topic.last_line)


@relaxed
@given(text=texts)
@example(text="---\n")
@example(text="---\na: [\n---\n# x\n\ny")
@example(text="|" * 50)
@example(text="?" * 50 + "干")
@example(text="\ud7ff\ufffe:")
def test_any_text(text: str, lexicon: Lexicon) -> None:
    document = read(text.encode(), lexicon)
    if document is None:
        return
    joined = "\n".join(line.text for line in document.lines)
    assert joined == text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert all(
        (line.kind is LineKind.BLANK) or line.text.strip() for line in document.lines if not document.metadata
    )
    for damage in document.damage:
        assert 0 <= damage.span.start < damage.span.end <= len(document.lines[damage.span.line - 1].text)
        assert damage.repair is not None or not damage.safe
    places = [(damage.span.line, damage.span.start, damage.span.end) for damage in document.damage]
    assert places == sorted(places)
    assert all(one[0] < two[0] or one[2] <= two[1] for one, two in pairwise(places))
    tree = build_outline(document)
    assert (tree.line, tree.last_line) == (0, len(document.lines))
    lies_inside(tree, len(document.lines))


@relaxed
@given(data=st.binary(max_size=400))
def test_any_bytes(data: bytes, lexicon: Lexicon) -> None:
    document = read(data, lexicon)
    if document is not None:
        assert "\x00" not in "".join(line.text for line in document.lines)
        lies_inside(build_outline(document), len(document.lines))


@relaxed
@given(text=texts, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@example(text="疾?。簭腉\x1b一一一", encoding="utf-16")
@example(text="一一一一", encoding="utf-16")
def test_the_encoding_does_not_change_the_text(text: str, encoding: str, lexicon: Lexicon) -> None:
    plain, other = read(text.encode(), lexicon), read(text.encode(encoding), lexicon)
    if plain is None or other is None or text.startswith("\ufeff"):
        return
    assert [line.text for line in other.lines] == [line.text for line in plain.lines]
    assert build_outline(other) == build_outline(plain)
