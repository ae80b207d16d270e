"""The program's own words, as they stand in the sources: what there is to translate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

ROOT = Path(__file__).parents[1]
_CLICKS = Path(__file__).parent / "click.txt"  # what click says of itself to those who use the program
# the functions whose arguments are words: which of them; ngettext's two are one message
_ARGUMENTS = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "Action": (2, 3)}
# functions that count a noun, which is this argument of theirs: `counted(3, "card")` says "{count} cards"
_COUNTED = {"counted": 1, "of_all": 2}
_BASIS = (
    "trial",
    "approval",
    "article",
    "review article",
    "consensus paper",
    "case report",
    "unnamed trial",
    "mechanism",
    "preclinical finding",
    "compared cell",
    "doubtful number",
)  # nouns that are counted by their name


def words() -> Catalog:
    """Every message of the sources with its files; lines would change with every edit."""
    catalogue = Catalog(project="sctui", charset="utf-8", fuzzy=False)
    for file in sorted((ROOT / "src").rglob("*.py")):
        place = (file.relative_to(ROOT).as_posix(), None)
        for message in _messages(file.read_text("utf-8")):
            catalogue.add(message, locations=[place])  # type: ignore[list-item]  # no line is allowed
    for line in _CLICKS.read_text("utf-8").splitlines():
        one, _bar, many = line.partition(" | ")
        catalogue.add((one, many) if many else one, locations=[("translations/click.txt", None)])  # type: ignore[list-item]  # as above
    for noun in _BASIS:
        catalogue.add(_counted(noun), locations=[("src/sctui/records/overview.py", None)])  # type: ignore[list-item]  # as above
    return catalogue


def _counted(noun: str) -> tuple[str, str]:
    return f"{{count}} {noun}", f"{{count}} {noun}s"


def _messages(source: str) -> Iterator[str | tuple[str, str]]:
    for node in ast.walk(ast.parse(source)):
        yield from _help(node)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        noun = _text(node.args, _COUNTED.get(node.func.id, len(node.args)))
        if noun:
            yield _counted(noun)
        told = [text for at in _ARGUMENTS.get(node.func.id, ()) if (text := _text(node.args, at))]
        if node.func.id == "ngettext" and len(told) == 2:
            yield told[0], told[1]
        else:
            yield from told


def _help(node: ast.AST) -> Iterator[str]:
    """What a command of click, or an option of it, says of itself."""
    if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
        yield ast.get_docstring(node) or ""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        told = [keyword.value for keyword in node.keywords if keyword.arg in ("help", "short_help", "prompt")]
        yield from (_text(told, at) for at in range(len(told)))


def _is_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith((".command", ".group"))


def _text(arguments: list[ast.expr], at: int) -> str:
    found = arguments[at] if at < len(arguments) else None
    return found.value if isinstance(found, ast.Constant) and isinstance(found.value, str) else ""
