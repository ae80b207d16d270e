"""The JSON Schema of decks says what the reader says: to editors, before `sctui check` does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given

from sctui.cli.commands import cli
from sctui.decks.note_reader import KEYS, KINDS
from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError
from sctui.locations import bundled
from sctui.model.card import CardType
from sctui.model.deck import Deck
from sctui.model.language import Language
from tests.conftest import REPOSITORY
from tests.property.test_yaml_round_trip import DECKS

SCHEMA = json.loads((REPOSITORY / "data" / "deck.schema.json").read_text(encoding="utf-8"))
CHECKER = jsonschema.Draft7Validator(SCHEMA)
HEAD = "deck: mine\ndocuments: {autoimmune: paper.md, d: paper.md}\ncards:\n"


class _Typed(yaml.CSafeLoader):
    """Numbers, booleans and nulls, as YAML 1.2 in editors has them; no dates."""


_Typed.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if "timestamp" not in tag]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str, loader: Any = yaml.CBaseLoader) -> Any:
    """The deck; every scalar a text, as we read it, unless the loader says otherwise."""
    return yaml.load(text, loader)  # noqa: S506 -- both loaders make nothing but texts, numbers, lists and mappings


def faults(text: str) -> list[str]:
    """What the schema finds in a deck as texts; what it finds in one with types must be no more."""
    found = [f"{list(error.path)}: {error.message[:200]}" for error in CHECKER.iter_errors(load(text))]
    typed = [error.message for error in CHECKER.iter_errors(load(text, _Typed))]
    assert bool(typed) <= bool(found), typed
    return found


def is_sound(text: str) -> bool:
    try:
        return not read_deck_text(text, "x").problems
    except DeckError:
        return False


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "file", sorted(bundled().glob("decks/**/*.yaml")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_bundled_decks(file: Path) -> None:
    assert faults(file.read_text(encoding="utf-8")) == []


def examples() -> list[str]:
    page = (REPOSITORY / "docs" / "decks.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_the_page_about_decks(example: str) -> None:
    text = example if example.startswith("deck:") else HEAD + example
    assert is_sound(text)
    assert faults(text) == []


def test_the_page_has_examples() -> None:
    assert len(examples()) >= 6


@given(DECKS)
def test_written_decks(deck: Deck) -> None:
    found = [error.message for error in CHECKER.iter_errors(load(deck_text(deck)))]
    assert not found


def test_it_knows_the_keys_and_words_of_the_reader() -> None:
    card = SCHEMA["definitions"]["card"]["properties"]
    assert set(card) == set(KEYS)
    assert set(card["kind"]["enum"]) == set(KINDS)
    assert set(card["type"]["enum"]) == {kind.value for kind in CardType}
    assert set(SCHEMA["properties"]["language"]["enum"]) == {language.value for language in Language}


def described(schema: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Each key of a deck, and what the schema says of it; a reference is followed by hand, as `allOf` hides the type."""
    for key, rule in schema.get("properties", {}).items():
        if rule is not False:
            yield f"{name}.{key}", rule
            yield from described(rule, f"{name}.{key}")
    for part in ("items", "additionalProperties"):
        if isinstance(schema.get(part), dict):
            yield from described(schema[part], name)
    for rule in schema.get("definitions", {}).values():
        yield from described(rule, f"{name}.")
    for rule in schema.get("anyOf", ()):
        yield from described(rule, name)


def test_editors_can_explain_and_complete_each_key() -> None:
    """An editor writes the colon behind a key, and what belongs there, when the key's rule has a type of its own."""
    for name, rule in described(SCHEMA):
        target = SCHEMA["definitions"][rule["$ref"].rpartition("/")[2]] if "$ref" in rule else rule
        assert target.get("description"), name
        assert {"type", "enum"} & set(target), name


@pytest.mark.parametrize(
    "text",
    [
        "cards: []\n",
        "deck: 'a::'\n",
        "deck: '::a'\n",
        "deck: 'a:: ::b'\n",
        "deck: ' '\n",
        "deck: a\nlanguage: de\n",
        "deck: a\nkards: []\n",
        "deck: a\ndocuments: [x]\n",
        "deck: a\ndocuments: {d: {sha256: x}}\n",
        *(
            f"{HEAD}  - {card}\n"
            for card in (
                "{front: a}",
                "{back: a}",
                "{front: '', back: a}",
                "{front: a, bakc: b}",
                "{front: a, back: b, id: 'a b'}",
                "{front: a, back: b, id: 'a#1'}",
                "{front: a, back: b, kind: trail}",
                "{front: a, back: b, type: numbr}",
                "{front: a, back: 5, tolerance: five}",
                "{front: a, back: b, options: [c]}",
                "{front: a, back: 5, tolerance: 2, options: [c, d]}",
                "{front: a, back: 5, tolerance: 2, reverse: {front: c, back: d}}",
                "{front: a, back: b, options: [c, d], reverse: {front: c, back: d}}",
                "{front: a, back: b, text: '{{c1::a}}'}",
                "{front: a, back: b, reverse: {front: c}}",
                "{front: a, back: b, tags: ['']}",
                "{front: a, back: b, source: {document: d, line: 0, quote: q}}",
                "{front: a, back: b, source: {document: d, line: 1}}",
                "{front: a, back: b, source: {document: d, line: 1, quote: q}, sources: []}",
                "{text: no gap}",
                "{text: '{{c1::a}}', back: b}",
                "{text: '{{c1::a}}', options: [b, c]}",
                "{front: [a], back: b}",
                "just a text",
            )
        ),
    ],
)
def test_what_the_reader_refuses(text: str) -> None:
    assert not is_sound(text)
    assert faults(text)


def test_the_command_prints_it() -> None:
    assert json.loads(CliRunner().invoke(cli, ["schema"]).output) == SCHEMA
