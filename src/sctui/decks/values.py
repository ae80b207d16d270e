"""What a YAML value may be: checked access to nodes; every fault names file, line and column."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import KeysView
from typing import Generic, TypeVar

from sctui.errors import DeckError
from sctui.i18n import N_, _
from sctui.text.printable import one_line
from sctui.text.yaml_inline import Block, Value
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence
from sctui.text.yaml_unusual import UnknownFormError

_SHOWN = 40
N = TypeVar("N")


def key_names(*names: str) -> KeysView[str]:
    """A set of keys that keeps the order in which messages name them."""
    return dict.fromkeys(names).keys()


def shown(text: str) -> str:
    """`text` for a message: shortened, on one line, and without anything a terminal would obey."""
    return one_line(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")


class Values(ABC, Generic[N]):
    """Checked access to what a card is written in. `N` is how a value is held: as a node, or bare."""

    @abstractmethod
    def fault(self, node: N, message: str, hint: str = "") -> Exception:
        """The error to raise for what stands at `node`."""

    @abstractmethod
    def is_text(self, node: N) -> bool:
        """Whether `node` is a text, not a list or a mapping."""

    @abstractmethod
    def text(self, node: N, name: str) -> str:
        """A text; a fault for a list or a mapping."""

    @abstractmethod
    def mapping(self, node: N, name: str, known: KeysView[str]) -> dict[str, N]:
        """A mapping with no other keys than `known`, which `key_names` makes; a fault for all else.

        `name` is how messages call it, as it stands in the catalogue of translations.
        """

    @abstractmethod
    def items(self, node: N, name: str) -> tuple[N, ...]:
        """The entries of a list; an empty text stands for no entries. A fault for all else."""

    @abstractmethod
    def place(self, node: N) -> tuple[int, int]:
        """The line and column (from 1) where a mapping stands."""

    def filled(self, node: N, name: str) -> str:
        """A text that is more than space; a fault for all else."""
        value = self.text(node, name)
        if not value.strip():
            raise self.fault(node, _("`{name}` is empty").format(name=name))
        return value

    def number(self, node: N, name: str) -> int:
        """A whole number from 1; a fault for anything else."""
        value = self.text(node, name)
        number = int(value) if len(value) < 10 and value.isdigit() and value.isascii() else 0
        if not number:
            raise self.fault(
                node,
                _("`{name}` must be a number from 1, not `{value}`").format(name=name, value=shown(value)),
            )
        return number

    def texts(self, node: N, name: str) -> tuple[str, ...]:
        """A list of filled texts; a single text stands for a list of one, an empty one for none."""
        if self.is_text(node):
            value = self.text(node, name)
            return (value,) if value.strip() else ()
        entry = _("an entry of {name}").format(name=name)
        return tuple([self.filled(item, entry) for item in self.items(node, name)])


class NodeValues(Values[Node]):
    """Reads values out of the nodes of one file, which messages call `file`; every fault is a DeckError."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fault(self, node: Node, message: str, hint: str = "") -> DeckError:
        """The error to raise for what stands at `node`."""
        return DeckError(message, file=self.file, line=node.line, column=node.column, hint=hint)

    def is_text(self, node: Node) -> bool:
        """Whether `node` is a text, not a list or a mapping."""
        return isinstance(node, Scalar)

    def text(self, node: Node, name: str) -> str:
        """A text.

        Raises:
            DeckError: for a list or a mapping.
        """
        if isinstance(node, Scalar):
            return node.value
        kind = "list" if isinstance(node, Sequence) else "mapping"
        raise self.fault(
            node,
            _("`{name}` must be a text, not a {kind}").format(name=name, kind=kind),
            _COLON if kind == "mapping" else "",
        )

    def mapping(self, node: Node, name: str, known: KeysView[str]) -> dict[str, Node]:
        """A mapping with no other keys than `known`, which `key_names` makes.

        Raises:
            DeckError: for a text or a list, and at an unknown key.
        """
        if not isinstance(node, Mapping):
            raise self.fault(
                node, _("{name} must be a mapping ({known})").format(name=_(name), known=", ".join(known))
            )
        entry = {key.value: value for key, value in node.entries}
        if not entry.keys() <= known:
            names = tuple(known)
            key = next(key for key, _ in node.entries if key.value not in known)
            message = _("unknown key `{value}` in {name}{near_miss}").format(
                value=shown(key.value), name=_(name), near_miss=near_miss(key.value, names)
            )
            raise self.fault(key, message, _("known keys: {names}").format(names=", ".join(names)))
        return entry

    def items(self, node: Node, name: str) -> tuple[Node, ...]:
        """The entries of a list; an empty text stands for no entries.

        Raises:
            DeckError: for a mapping or a text.
        """
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Scalar) and not node.value:
            return ()
        raise self.fault(node, _("`{name}` must be a list").format(name=name))

    def place(self, node: Node) -> tuple[int, int]:
        """The line and column (from 1) where a node stands."""
        return node.line, node.column


class BareValues(Values[Value]):
    """Reads values that know no place: what would be a fault is left to the nodes, by an UnknownFormError."""

    def fault(self, node: Value, message: str, hint: str = "") -> UnknownFormError:
        """What says that nodes are needed."""
        return UnknownFormError(message, hint, node)

    def is_text(self, node: Value) -> bool:
        """Whether `node` is a text, not a list or a mapping."""
        return isinstance(node, str)

    def text(self, node: Value, name: str) -> str:
        """A text."""
        if not isinstance(node, str):
            raise self.fault(node, name)
        return node

    def mapping(self, node: Value, name: str, known: KeysView[str]) -> dict[str, Value]:
        """A mapping with no other keys than `known`."""
        if not isinstance(node, Block) or not node.values.keys() <= known:
            raise self.fault(node, name)
        return node.values

    def items(self, node: Value, name: str) -> tuple[Value, ...]:
        """The entries of a list; an empty text stands for no entries."""
        if isinstance(node, Block) or (isinstance(node, str) and node):
            raise self.fault(node, name)
        return tuple(node)

    def filled(self, node: Value, name: str) -> str:
        """A text that is more than space."""
        if not isinstance(node, str) or not node.strip():
            raise self.fault(node, name)
        return node

    def texts(self, node: Value, name: str) -> tuple[str, ...]:
        """A list of filled texts; a single text stands for a list of one, an empty one for none."""
        if isinstance(node, str):
            return (node,) if node.strip() else ()
        texts = [item for item in node if isinstance(item, str) and item.strip()]
        if isinstance(node, Block) or len(texts) < len(node):
            raise self.fault(node, name)
        return tuple(texts)

    def place(self, node: Value) -> tuple[int, int]:
        """The line and column (from 1) where a mapping stands."""
        if not isinstance(node, Block):
            raise UnknownFormError
        return node.line, node.column


_COLON = N_("a text with a colon and a space in it must be quoted")


def near_miss(given: str, known: tuple[str, ...]) -> str:
    """`; did you mean …?` when one of `known` is close to `given`, else nothing."""
    import difflib  # noqa: PLC0415 -- only on the way to an error

    close = difflib.get_close_matches(given, known, n=1)
    return _("; did you mean `{close}`?").format(close=shown(close[0])) if close else ""
