"""Question templates: data in `data/templates/<kind>.<language>.yaml`, filled from facts.

A template is written once for Chinese, in Simplified; for a document in Traditional characters its constant
text is converted, and what comes from the document stays as it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from sctui.errors import LexiconError
from sctui.i18n import _
from sctui.model.fact import FactKind
from sctui.model.language import Language
from sctui.model.quick import quick
from sctui.text.yaml_nodes import Mapping as MappingNode
from sctui.text.yaml_nodes import Node, Scalar, Sequence, YamlError, parse

_FIELD = re.compile(r"\{(\w+)\}")
_FACT = ("subject", "measure", "context", "value", "study", "quote", "blank", "sentence", "verb")
_MADE = (
    "disease",
    "actor",
    "field",
    "denied",
    "place",
    "published",
    "are",
    "was",
    "about",
    "clause",
    "name",
    "attribute",
    "counter",
    "counted",
    "people",
    "do",
    "is",
    "s",
    "which",
    "combined",
    "things",
    "often",
    "group",
    "some",
    "will",
    "table",
    "also",
    "foreign",
    "sense",
    "organ",
    "way",
    "kind",
    "respects",
    "deed",
    "whom",
    "within",
    "maker",
    "sort",
    "those",
    "traits",
    "aim",
    "besides",
    "more",
    "fared",
    "by",
    "class",
    "once",
    "shown",
    "done",
    "indicator",
    "turned",
    "compared",
    "good",
    "listed",
    "regulator",
    "bare",
)
# a study by its disease in general; year or date, as is told; the time; of how many; what these did
_NAMED = ("kinds", "told", "when", "time", "among", "did")
_FIELDS = frozenset({*_FACT, *_MADE, *_NAMED})
_MAY_BE_EMPTY = frozenset({"s", "often", "also", "foreign", "some", "aim", "besides", "more"})
_KEYS = frozenset({"front", "back", "text", "reverse"})
_FOR_ALL = "any"
GAP = "____"  # where the answer stood in {blank} and {sentence}


@quick
@dataclass(frozen=True, slots=True)
class Question:
    """One way to ask: `front` has a `GAP` where it is a sentence with one; `reverse` asks the other way.

    `rule` is the name of the template; `names` are the short forms of a sentence with a gap that are to be
    spelt out in it, each with its name.
    """

    front: str
    back: str
    reverse: str = ""
    rule: str = field(default="", compare=False)
    names: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def is_gap(self) -> bool:
        """Whether the answer is to be put into a sentence."""
        return GAP in self.front


@dataclass(frozen=True, slots=True)
class Template:
    """A question and its answer, with `{field}`s that a fact fills; or a `text`, a sentence with a gap.

    `name` says where it stands: `trial.survival.zh2` is the second of the slot `survival` in `trial.zh.yaml`.
    """

    front: str = ""
    back: str = "{value}"
    text: str = ""
    reverse: str = ""
    name: str = ""

    def fill(self, fields: Mapping[str, str], language: Language) -> Question | None:
        """The question, or None when a field that the template needs is empty."""
        asked = self.text or self.front
        if any(not fields.get(name) and name not in _MAY_BE_EMPTY for name in _needed(asked + self.back)):
            return None
        front = _begun(_filled(asked, fields, language))
        reverse = _filled(self.reverse, fields, language) if self.reverse else ""
        return Question(front, _filled(self.back, fields, language), reverse, self.name)


@cache
def _needed(pattern: str) -> list[str]:
    """The names of the fields in a template."""
    return _FIELD.findall(pattern)


def _begun(sentence: str) -> str:
    """A sentence with a capital, where it begins with a plain English word."""
    return sentence[:1].upper() + sentence[1:] if _LOWER_WORD.match(sentence) else sentence


_LOWER_WORD = re.compile(r"[a-z]+[\s,]")


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates and the verbs of slots, by kind, language (`zh`, `en`) and slot (`dose`, `any.hedged`).

    `gaps` has what a gap shows of the kind of thing it asks for (`factor.enzyme`: `哪种酶`).
    What stands under the slot `any` serves every slot, behind its own templates.
    """

    slots: Mapping[tuple[FactKind, str, str], tuple[Template, ...]]
    verbs: Mapping[tuple[FactKind, str, str], str] = field(default_factory=dict)
    gaps: Mapping[tuple[FactKind, str, str], str] = field(default_factory=dict)

    def of(self, kind: FactKind, slot: str, flags: tuple[str, ...], language: Language) -> Iterator[Template]:
        """The templates to try, the most specific first; `flags` also hold the kind of a fact's study."""
        code = _code(language)
        for name in (slot, _FOR_ALL):
            for full in (*(f"{name}.{flag}" for flag in flags), name):
                yield from self.slots.get((kind, code, full), ())

    def verb(self, kind: FactKind, slot: str, language: Language) -> str:
        """The verb of a slot, as an infinitive; empty for slots that have none."""
        return constant(self.verbs.get((kind, _code(language), slot), ""), language)

    def gap(self, kind: FactKind, thing: str, language: Language) -> str | None:
        """The words for a kind of thing that a gap asks for; empty for one without, None for an unknown."""
        words = self.gaps.get((kind, _code(language), thing))
        return None if words is None else constant(words, language)


def _code(language: Language) -> str:
    return "zh" if language.is_chinese else "en"


def read_templates(*folders: Path) -> Templates:
    """Read every `*.yaml` of the folders; a slot in a later folder replaces the earlier one.

    Raises:
        LexiconError: for a file that is not a template file; the message gives file, line and column.
    """
    templates = Templates({})
    for folder in folders:
        for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            found = _read_file(file)
            templates = Templates(
                {**templates.slots, **found.slots},
                {**templates.verbs, **found.verbs},
                {**templates.gaps, **found.gaps},
            )
    return templates


def _read_file(file: Path) -> Templates:
    try:
        root = parse(file.read_text(encoding="utf-8"))
    except YamlError as error:
        raise LexiconError(f"{file}:{error.line}:{error.column}: {error.message}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(_("{file}: cannot be read: {error}").format(file=file, error=error)) from None
    kind, _dot, code = file.stem.partition(".")
    slots = root.get("templates") if isinstance(root, MappingNode) else None
    if kind not in tuple(FactKind) or code not in {"zh", "en"} or not isinstance(slots, MappingNode):
        raise LexiconError(
            _("{file}:1:1: not a template file").format(file=file),
            hint=_("Name it <kind>.zh.yaml or <kind>.en.yaml, with `templates:` and a list a slot."),
        )
    return Templates(
        {
            (FactKind(kind), code, key.value): tuple(
                replace(_template(file, node), name=f"{kind}.{key.value}.{code}{number}")
                for number, node in enumerate(_items(file, value), 1)
            )
            for key, value in slots.entries
        },
        _named(root, "verbs", FactKind(kind), code),
        _named(root, "gaps", FactKind(kind), code),
    )


def _named(root: Node | None, part: str, kind: FactKind, code: str) -> dict[tuple[FactKind, str, str], str]:
    """The words of a part of a template file by their names."""
    words = root.get(part) if isinstance(root, MappingNode) else None
    return {
        (kind, code, key.value): value.value
        for key, value in (words.entries if isinstance(words, MappingNode) else ())
        if isinstance(value, Scalar)
    }


def _items(file: Path, node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        raise LexiconError(
            _("{file}:{line}:{column}: a slot has a list of templates").format(
                file=file, line=node.line, column=node.column
            )
        )
    return node.items


def _template(file: Path, node: Node) -> Template:
    parts = {key.value: value for key, value in node.entries} if isinstance(node, MappingNode) else {}
    texts = {key: value.value for key, value in parts.items() if isinstance(value, Scalar)}
    unknown = set(_FIELD.findall("".join(texts.values()))) - _FIELDS
    if len({"front", "text"} & set(texts)) != 1 or set(parts) - _KEYS or unknown:
        message = (
            _("unknown field {{{pop}}}").format(pop=unknown.pop())
            if unknown
            else _("a template is written {front: …, back: …} or {text: …}")
        )
        raise LexiconError(f"{file}:{node.line}:{node.column}: {message}")
    return Template(**texts)


def _filled(pattern: str, fields: Mapping[str, str], language: Language) -> str:
    words, names = _parts(pattern, language)
    pieces = [words[0]]
    for name, word in zip(names, words[1:], strict=True):
        twice = fields[name].endswith("中") and word.startswith("中")  # `在卒中中`
        pieces += fields[name], constant("时", language) + word[1:] if twice else word
    return "".join(pieces)


@cache
def _parts(pattern: str, language: Language) -> tuple[list[str], list[str]]:
    """The words of a template, in the script of the document, and the names of the fields between them."""
    parts = _FIELD.split(pattern)
    return [constant(part, language) for part in parts[::2]], parts[1::2]


@cache
def constant(text: str, language: Language) -> str:
    """Text of ours, written in Simplified, in the script of the document."""
    if language is not Language.TRADITIONAL or text.isascii():
        return text
    from sctui.text.script import Script, show  # noqa: PLC0415 -- OpenCC is loaded at first use

    return show(text, Script.TAIWAN)
