"""YAML between two `---` lines at the top of a document: what the document says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sctui.text import yaml_nodes

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w -]*):(?:\s+(?P<value>.*))?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """How many lines it takes, both `---` lines included (0: there is none), and its values as flat text.

    Nested keys are joined by a dot (`based_on.1.title` for the first of a list), lists of words by `; `.
    """

    lines: int = 0
    values: dict[str, str] = field(default_factory=dict)


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Read the front matter of a document, if it has one.

    Front matter that is not valid YAML is read line by line as `key: value`, so that one colon too many in a
    title does not keep a document from being read; `front_matter_error` then says what is wrong and where.
    """
    end = _end(lines)
    if not end:
        return FrontMatter()
    block = lines[1 : end - 1]
    try:
        root = yaml_nodes.parse("\n".join(block))
    except yaml_nodes.YamlError as error:
        values = {match["key"]: match["value"] or "" for match in map(_KEY.fullmatch, block) if match}
        values["front_matter_error"] = f"line {error.line + 1}: {error.message}"
        return FrontMatter(end, values)
    return FrontMatter(end, dict(_flat("", root)) if root else {})


def _end(lines: Sequence[str]) -> int:
    """The number of lines of the block; 0 when the text does not begin with one."""
    if not lines or lines[0].rstrip() != "---" or len(lines) < 2 or not _KEY.match(lines[1]):
        return 0
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() in {"---", "..."}:
            return number
    return 0


def _flat(prefix: str, node: yaml_nodes.Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, yaml_nodes.Scalar):
        yield prefix, node.value.strip()
    elif isinstance(node, yaml_nodes.Mapping):
        for key, value in node.entries:
            yield from _flat(f"{prefix}.{key.value}" if prefix else key.value, value)
    else:
        plain = [item.value.strip() for item in node.items if isinstance(item, yaml_nodes.Scalar)]
        if plain:
            yield prefix, "; ".join(plain)
        for number, item in enumerate(node.items, start=1):
            if not isinstance(item, yaml_nodes.Scalar):
                yield from _flat(f"{prefix}.{number}" if prefix else str(number), item)
