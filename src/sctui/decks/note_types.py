"""What makes a card a number, choice or reversible card: the keys `tolerance`, `options` and `reverse`.

`type` may say the same in a word; it must agree with what the card holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from typing import NamedTuple

from sctui.decks.values import N, Values, key_names, near_miss, shown
from sctui.i18n import _
from sctui.model.card import CardType, Reverse
from sctui.text.match_view import match_view
from sctui.text.typed_number import holds_number

FORM_KEYS = key_names("type", "tolerance", "options", "reverse")
REVERSE_KEYS = key_names("front", "back")
_TYPES = {kind.value: kind for kind in CardType}
_TOLERANCE = re.compile(r"\d{1,9}(?:\.\d{1,9})?%?")
_FEWEST_OPTIONS = 2  # wrong ones: with fewer, a guess is right too often


class Form(NamedTuple):
    """The parts of a note that decide its type; all empty for a basic or cloze card."""

    tolerance: str = ""
    options: tuple[str, ...] = ()
    reverse: Reverse | None = None


def read_form(values: Values[N], entry: Dictionary[str, N], front: str, back: str) -> Form:
    """The form of the card with these keys; `front` and `back` are empty for a text with gaps.

    Raises:
        DeckError: when the keys contradict each other, or hold what such a card cannot have.
    """
    given = [name for name in ("text", "tolerance", "options", "reverse") if name in entry]
    if len(given) > 1:
        raise values.fault(
            entry[given[1]],
            _("a card has `{given}` or `{given_2}`, not both").format(given=given[0], given_2=given[1]),
        )
    form = Form()
    if "tolerance" in entry:
        form = Form(tolerance=_tolerance(values, entry["tolerance"]))
    elif "options" in entry:
        form = Form(options=_options(values, entry["options"], back))
    elif "reverse" in entry:
        form = Form(reverse=_reverse(values, entry["reverse"]))
    if "type" in entry:
        form = _agreed(values, entry["type"], form, front, back, has_text="text" in entry)
    if form.tolerance and not holds_number(back):
        raise values.fault(
            entry["back"], _("the answer of a number card is a number, not `{back}`").format(back=shown(back))
        )
    return form


def _agreed(values: Values[N], node: N, form: Form, front: str, back: str, *, has_text: bool) -> Form:
    """The form, completed by what the word after `type` says."""
    word = values.text(node, "type")
    if word not in _TYPES:
        raise values.fault(
            node,
            _("unknown type `{word}`{near_miss}").format(
                word=shown(word), near_miss=near_miss(word, tuple(_TYPES))
            ),
            _("known types: {types}").format(types=", ".join(_TYPES)),
        )
    plain = form == Form() and not has_text
    if word == CardType.NUMBER and plain:
        return Form(tolerance="0")
    if word == CardType.REVERSIBLE and plain:
        return Form(reverse=Reverse(back, front))
    if word == CardType.CHOICE and plain:
        raise values.fault(node, _("a choice card has wrong answers under `options`"))
    held = CardType.CLOZE if has_text else _held(form)
    if word != held:
        raise values.fault(
            node,
            _("the card is written as a {value} card, but its `type` is `{word}`").format(
                value=held.value, word=word
            ),
        )
    return form


def _held(form: Form) -> CardType:
    if form.tolerance:
        return CardType.NUMBER
    if form.options:
        return CardType.CHOICE
    return CardType.REVERSIBLE if form.reverse else CardType.BASIC


def _tolerance(values: Values[N], node: N) -> str:
    value = values.text(node, "tolerance")
    if not _TOLERANCE.fullmatch(value) or not value.isascii():
        message = _("`tolerance` must be a number or a share, as `2` or `5%`, not `{value}`").format(
            value=shown(value)
        )
        raise values.fault(node, message)
    return value


def _options(values: Values[N], node: N, back: str) -> tuple[str, ...]:
    options = values.texts(node, "options")
    if len(options) < _FEWEST_OPTIONS:
        raise values.fault(
            node,
            _("`options` must be at least {fewest_options} wrong answers").format(
                fewest_options=_FEWEST_OPTIONS
            ),
        )
    seen = {match_view(back).strip()}
    for option in options:
        view = match_view(option).strip()
        if view in seen:
            raise values.fault(
                node,
                _("the option `{option}` is the answer, or stands there twice").format(option=shown(option)),
            )
        seen.add(view)
    return options


def _reverse(values: Values[N], node: N) -> Reverse:
    entry = values.mapping(node, "`reverse`", REVERSE_KEYS)
    for key in REVERSE_KEYS:
        if key not in entry:
            raise values.fault(node, _("`reverse` has no `{key}`").format(key=key))
    return Reverse(values.filled(entry["front"], "front"), values.filled(entry["back"], "back"))
