from collections import defaultdict
from pathlib import Path

import pytest

from sctui.decks.templates import Question, Template, constant, read_templates
from sctui.errors import LexiconError
from sctui.locations import bundled
from sctui.model.document import Language
from sctui.model.fact import FactKind


def test_a_template_with_an_empty_field_is_not_used() -> None:
    template = Template("在{context}中,{subject}分泌什么?")
    assert template.fill({"subject": "甲", "value": "乙", "context": ""}, Language.SIMPLIFIED) is None
    filled = template.fill({"subject": "甲", "value": "乙", "context": "丙"}, Language.SIMPLIFIED)
    assert filled == Question("在丙中,甲分泌什么?", "乙")


def test_a_name_that_ends_in_the_words_own_sign_is_followed_by_another() -> None:
    template = Template("在{disease}中，{subject}分泌什么？")
    for disease, said in (("卒中", "在卒中时，甲分泌什么？"), ("帕金森病", "在帕金森病中，甲分泌什么？")):
        filled = template.fill({"subject": "甲", "value": "乙", "disease": disease}, Language.SIMPLIFIED)
        assert filled == Question(said, "乙")


def test_constant_text_takes_the_script_of_the_document_and_spans_stay() -> None:
    filled = Template("{subject}会分泌什么?").fill({"subject": "干細胞", "value": "甲"}, Language.TRADITIONAL)
    assert filled == Question("干細胞會分泌什麼?", "甲")
    assert constant("会分泌", Language.SIMPLIFIED) == "会分泌"


def test_a_flag_has_templates_of_its_own_that_are_tried_first(tmp_path: Path) -> None:
    text = "templates:\n  effect: [{front: 'A {subject}?'}]\n  effect.negated: [{front: 'B {subject}?'}]\n"
    (tmp_path / "mechanism.en.yaml").write_text(text, encoding="utf-8")
    found = read_templates(tmp_path).of(FactKind.MECHANISM, "effect", ("negated",), Language.ENGLISH)
    assert [template.front for template in found] == ["B {subject}?", "A {subject}?"]


def test_what_stands_under_any_serves_every_slot_behind_its_own(tmp_path: Path) -> None:
    text = (
        "verbs: {binds: bind to}\n"
        "templates:\n  binds: [{front: 'own'}]\n  any: [{text: '{sentence}'}]\n  any.hedged: [{front: 'may {verb}?'}]\n"
    )
    (tmp_path / "mechanism.en.yaml").write_text(text, encoding="utf-8")
    templates = read_templates(tmp_path)
    found = templates.of(FactKind.MECHANISM, "binds", ("hedged",), Language.ENGLISH)
    assert [template.front or template.text for template in found] == ["own", "may {verb}?", "{sentence}"]
    assert templates.verb(FactKind.MECHANISM, "binds", Language.ENGLISH) == "bind to"
    assert templates.verb(FactKind.MECHANISM, "forms", Language.ENGLISH) == ""


def test_english_begins_with_a_capital_and_keeps_names() -> None:
    fields = {"study": "the 2018 trial", "subject": "hAMSCs", "value": "x"}
    first = Template("{study} found what?").fill(fields, Language.ENGLISH)
    second = Template("{subject} secrete what?").fill(fields, Language.ENGLISH)
    assert first
    assert first.front == "The 2018 trial found what?"
    assert second
    assert second.front == "hAMSCs secrete what?"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wrong.zh.yaml", "templates: {}\n"),
        ("term.zh.yaml", "slots: {}\n"),
        ("term.zh.yaml", "templates:\n  expansion: [{question: x}]\n"),
        ("term.zh.yaml", "templates:\n  expansion: [{front: '{nobody}?'}]\n"),
        ("term.zh.yaml", "templates:\n  expansion: [{front: x, text: y}]\n"),
        ("term.zh.yaml", "templates: [\n"),
    ],
)
def test_what_is_no_template_file_is_refused_with_its_place(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"{name}:\d+:\d+:"):
        read_templates(tmp_path)


def test_every_kind_has_templates_in_both_languages() -> None:
    slots = read_templates(bundled() / "data" / "templates").slots
    assert {(kind, code) for kind, code, _ in slots} == {(k, c) for k in FactKind for c in ("zh", "en")}


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_slot_of_studies_is_asked_in_several_ways(code: str) -> None:
    slots = read_templates(bundled() / "data" / "templates").slots
    ways: dict[str, set[str]] = defaultdict(set)
    for (kind, language, slot), found in slots.items():
        if kind is FactKind.TRIAL and language == code:
            ways[slot.partition(".")[0]] |= {template.front or template.text for template in found}
    asked = (
        "made",
        "regimen",
        "dose",
        "route",
        "comparator",
        "outcome",
        "change",
        "share",
        "count",
        "safety",
        "n",
    )
    assert all(len(ways[slot]) > 1 for slot in asked)
