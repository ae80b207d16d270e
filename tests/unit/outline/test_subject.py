import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.outline.subject import SubjectKind, SubjectReader, narrower

TITLES = ("造血干细胞的作用", "SLE的发病机制", "細胞治療類風濕關節炎", "狼疮")
TEXT = "系统性红斑狼疮(SLE)很常见。HSC(造血干细胞)来自骨髓。"


@pytest.fixture(scope="module")
def reader(lexicon: Lexicon) -> SubjectReader:
    return SubjectReader([TEXT], TITLES, lexicon.words)


@pytest.mark.parametrize(
    ("title", "cells", "diseases"),
    [
        ("间充质干细胞治疗卵巢早衰的机制", {"间充质干细胞"}, {"卵巢早衰"}),
        ("細胞治療類風濕關節炎", set(), {"类风湿关节炎"}),
        ("HSC与卵巢再生", {"造血干细胞"}, set()),
        ("干细胞病变与SLE发病机制的关联", {"干细胞"}, {"系统性红斑狼疮"}),
        ("中枢神经的修复", set(), set()),
        ("Stem cells in lupus", {"stem cells"}, {"lupus"}),
    ],
)
def test_names(reader: SubjectReader, title: str, cells: set[str], diseases: set[str]) -> None:
    subject = reader.read(title)
    known = {"系统性红斑狼疮", "狼疮"}
    assert subject.names(SubjectKind.TREATMENT) == cells
    found = subject.names(SubjectKind.DISEASE)
    assert found == diseases or (found <= known and diseases <= known)


@pytest.mark.parametrize(
    ("title", "broad", "announces", "others"),
    [
        ("干细胞治疗糖尿病", True, False, False),
        ("造血干细胞在再生方面的作用", True, False, False),
        ("糖尿病的发病机制", False, False, False),
        ("干细胞的类型", False, True, False),
        ("干细胞与其他疾病", True, True, True),
    ],
)
def test_scope(reader: SubjectReader, title: str, broad: bool, announces: bool, others: bool) -> None:
    subject = reader.read(title)
    assert (subject.broad, subject.announces, subject.others) == (broad, announces, others)


def test_an_abbreviation_in_the_text_counts_as_the_name(reader: SubjectReader) -> None:
    names = reader.read("SLE的发病机制").diseases
    assert reader.mentions(["SLE患者好转"], names)
    assert not reader.mentions(["患者好转"], names)


def test_narrower() -> None:
    assert narrower(frozenset({"间充质干细胞"}), frozenset({"干细胞"}))
    assert not narrower(frozenset({"干细胞"}), frozenset({"干细胞"}))
    assert not narrower(frozenset(), frozenset({"干细胞"}))
