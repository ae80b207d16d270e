"""Question templates: data in `data/templates/<kind>.<language>.yaml`, filled from facts.

A template is written once for Chinese, in Simplified; for a document in Traditional characters its constant
text is converted, and what comes from the document stays as it stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sctui.errors import LexiconError
from sctui.model.fact import FactKind
from sctui.model.language import Language
from sctui.text.yaml_nodes import Mapping as MappingNode
from sctui.text.yaml_nodes import Node, Scalar, Sequence, YamlError, parse

_FIELD = re.compile(r"\{(\w+)\}")
_FIELDS = frozenset({"subject", "measure", "context", "value", "study", "quote", "blank", "sentence"})


@dataclass(frozen=True, slots=True)
class Template:
    """A question and its answer, with `{field}`s that a fact fills."""

    front: str
    back: str = "{value}"

    def fill(self, fields: Mapping[str, str], language: Language) -> tuple[str, str] | None:
        """Front and back, or None when a field that the template needs is empty."""
        if any(not fields.get(name) for name in _FIELD.findall(self.front + self.back)):
            return None
        return _filled(self.front, fields, language), _filled(self.back, fields, language)


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates, by kind, language (`zh`, `en`) and slot (`dose`, `inhibits.negated`)."""

    slots: Mapping[tuple[FactKind, str, str], tuple[Template, ...]]

    def of(self, kind: FactKind, slot: str, flags: tuple[str, ...], language: Language) -> Iterator[Template]:
        """The templates to try, the most specific first."""
        code = "zh" if language.is_chinese else "en"
        for name in (*(f"{slot}.{flag}" for flag in flags), slot):
            yield from self.slots.get((kind, code, name), ())


def read_templates(*folders: Path) -> Templates:
    """Read every `*.yaml` of the folders; a slot in a later folder replaces the earlier one.

    Raises:
        LexiconError: for a file that is not a template file; the message gives file, line and column.
    """
    slots: dict[tuple[FactKind, str, str], tuple[Template, ...]] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            slots.update(_read_file(file))
    return Templates(slots)


def _read_file(file: Path) -> dict[tuple[FactKind, str, str], tuple[Template, ...]]:
    try:
        root = parse(file.read_text(encoding="utf-8"))
    except YamlError as error:
        raise LexiconError(f"{file}:{error.line}:{error.column}: {error.message}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{file}: cannot be read: {error}") from None
    kind, _, code = file.stem.partition(".")
    slots = root.get("templates") if isinstance(root, MappingNode) else None
    if kind not in tuple(FactKind) or code not in {"zh", "en"} or not isinstance(slots, MappingNode):
        raise LexiconError(
            f"{file}:1:1: not a template file",
            hint="Name it <kind>.zh.yaml or <kind>.en.yaml, with `templates:` and a list a slot.",
        )
    return {
        (FactKind(kind), code, key.value): tuple(_template(file, n) for n in _items(file, value))
        for key, value in slots.entries
    }


def _items(file: Path, node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        raise LexiconError(f"{file}:{node.line}:{node.column}: a slot has a list of templates")
    return node.items


def _template(file: Path, node: Node) -> Template:
    parts = {key.value: value for key, value in node.entries} if isinstance(node, MappingNode) else {}
    texts = {key: value.value for key, value in parts.items() if isinstance(value, Scalar)}
    unknown = set(_FIELD.findall("".join(texts.values()))) - _FIELDS
    if "front" not in texts or set(parts) - {"front", "back"} or unknown:
        message = (
            f"unknown field {{{unknown.pop()}}}" if unknown else "a template is written {front: …, back: …}"
        )
        raise LexiconError(f"{file}:{node.line}:{node.column}: {message}")
    return Template(**texts)


def _filled(pattern: str, fields: Mapping[str, str], language: Language) -> str:
    parts = _FIELD.split(pattern)
    return "".join(fields[part] if i % 2 else constant(part, language) for i, part in enumerate(parts))


@cache
def constant(text: str, language: Language) -> str:
    """Text of ours, written in Simplified, in the script of the document."""
    if language is not Language.TRADITIONAL or text.isascii():
        return text
    from sctui.text.script import Script, show  # noqa: PLC0415 -- OpenCC is loaded at first use

    return show(text, Script.TAIWAN)
