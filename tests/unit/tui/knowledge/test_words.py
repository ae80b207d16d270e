"""Names of relations, and diseases among the subjects of mechanisms."""

from dataclasses import replace
from pathlib import Path

import pytest

from sctui.errors import LexiconError
from sctui.lexicon.relation_names import read_relation_names
from sctui.model.language import Language
from sctui.tui.knowledge.mechanism_tree import MechanismTree
from sctui.tui.knowledge.words import read_words
from tests.tui.known import KNOWN, LUPUS, link

WORDS = read_words(Path("nobody's own lexicon"))


@pytest.mark.parametrize(
    ("language", "relation", "name"),
    [
        (Language.SIMPLIFIED, "secretes", "分泌"),
        (Language.TRADITIONAL, "leads-to", "引起"),
        (Language.TRADITIONAL, "causes", "導致"),
        (Language.ENGLISH, "leads-to", "leads to"),
        (Language.SIMPLIFIED, "of-a-field-of-ones-own", "of a field of ones own"),
    ],
)
def test_a_relation_is_named_as_the_document_writes(language: Language, relation: str, name: str) -> None:
    document = replace(KNOWN.documents[0], language=language)
    assert document.file == LUPUS
    assert WORDS.namer([document])(link("A", relation, "B")) == name


def test_every_verb_of_the_lexicon_has_a_name() -> None:
    file = Path(__file__).parents[4] / "data" / "lexicon" / "action.yaml"
    relations = {
        line.partition("relation: ")[2].split(",")[0].rstrip("}\n ")
        for line in file.read_text("utf-8").splitlines()
        if "relation: " in line and not line.startswith("#")
    }
    assert relations
    assert relations <= set(WORDS.chinese)


def test_diseases_stand_below_all_that_acts_on_something() -> None:
    links = (
        link("肝硬化", "causes", "腹水"),
        link("肝硬化", "causes", "黄疸"),
        link("外泌体", "inhibits", "炎症"),
    )
    tree = MechanismTree(links, last=WORDS.diseases)
    assert [node.name for node in tree.rows(set())] == ["外泌体", "肝硬化"]


@pytest.mark.parametrize("text", ["zh: [a]", "- a", "zh: {a: b", ""])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "relations.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"relations\.yaml"):
        read_relation_names(file)
