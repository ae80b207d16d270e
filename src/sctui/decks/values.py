"""What a YAML value may be: checked access to nodes; every fault names file, line and column."""

from __future__ import annotations

from collections.abc import KeysView

from sctui.errors import DeckError
from sctui.i18n import N_, _
from sctui.text.printable import one_line
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence

_SHOWN = 40


def key_names(*names: str) -> KeysView[str]:
    """A set of keys that keeps the order in which messages name them."""
    return dict.fromkeys(names).keys()


def shown(text: str) -> str:
    """`text` for a message: shortened, on one line, and without anything a terminal would obey."""
    return one_line(text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…")


class Values:
    """Reads values out of the nodes of one file, which messages call `file`."""

    def __init__(self, file: str) -> None:
        self.file = file

    def fault(self, node: Node, message: str, hint: str = "") -> DeckError:
        """The error to raise for what stands at `node`."""
        return DeckError(message, file=self.file, line=node.line, column=node.column, hint=hint)

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

    def filled(self, node: Node, name: str) -> str:
        """A text that is more than space.

        Raises:
            DeckError: for a list, a mapping, or nothing.
        """
        value = self.text(node, name)
        if not value.strip():
            raise self.fault(node, _("`{name}` is empty").format(name=name))
        return value

    def number(self, node: Node, name: str) -> int:
        """A whole number from 1.

        Raises:
            DeckError: for anything else.
        """
        value = self.text(node, name)
        if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0):
            raise self.fault(
                node,
                _("`{name}` must be a number from 1, not `{value}`").format(name=name, value=shown(value)),
            )
        return int(value)

    def mapping(self, node: Node, name: str, known: KeysView[str]) -> dict[str, Node]:
        """A mapping with no other keys than `known`, which `key_names` makes.

        Raises:
            DeckError: for a text or a list, and at an unknown key.
        """
        if not isinstance(node, Mapping):
            raise self.fault(
                node, _("{name} must be a mapping ({known})").format(name=name, known=", ".join(known))
            )
        entry = {key.value: value for key, value in node.entries}
        if not entry.keys() <= known:
            names = tuple(known)
            key = next(key for key, _ in node.entries if key.value not in known)
            message = _("unknown key `{value}` in {name}{near_miss}").format(
                value=shown(key.value), name=name, near_miss=near_miss(key.value, names)
            )
            raise self.fault(key, message, _("known keys: {names}").format(names=", ".join(names)))
        return entry

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        """A list of texts; a single text stands for a list of one, an empty one for none.

        Raises:
            DeckError: for a mapping, and for a list with anything but filled texts.
        """
        if isinstance(node, Scalar):
            return (node.value,) if node.value.strip() else ()
        return tuple(
            self.filled(item, _("an entry of {name}").format(name=name)) for item in self.items(node, name)
        )

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


_COLON = N_("a text with a colon and a space in it must be quoted")


def near_miss(given: str, known: tuple[str, ...]) -> str:
    """`; did you mean …?` when one of `known` is close to `given`, else nothing."""
    import difflib  # noqa: PLC0415 -- only on the way to an error

    close = difflib.get_close_matches(given, known, n=1)
    return _("; did you mean `{close}`?").format(close=shown(close[0])) if close else ""
