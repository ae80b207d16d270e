"""Keys of a learner's own: `[keys]` of `config.toml`, an action's id -> the keys that do it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textual.keys import KEY_NAME_REPLACEMENTS, format_key

from sctui.errors import ConfigError
from sctui.i18n import _
from sctui.tui import actions
from sctui.tui.actions import Action

_PALETTE = "ctrl+p"
_BY_ID = {action.id: action for action in actions.ACTIONS}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A key that would do two things on one screen."""

    key: str
    action: Action
    other: str

    def __str__(self) -> str:
        return _("`{key}` already does: {what}").format(key=self.key, what=self.other)


def key_names(keys: str) -> tuple[str, ...]:
    """Textual's names of keys that are written with commas between them: `!` is `exclamation_mark`."""
    found = [_name(key.strip()) for key in keys.split(",") if key.strip()]
    return tuple(dict.fromkeys(found)) or (("comma",) if keys.strip() == "," else ())


def _name(key: str) -> str:
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def with_own_key(action: Action, own: Mapping[str, str]) -> Action:
    """The action as it is with the learner's keys."""
    if action.id not in own:
        return action
    names = key_names(own[action.id])
    return replace(action, keys=",".join(names), shown_key=" ".join(map(shown, names)))


def key_of(action: str, own: Mapping[str, str]) -> str:
    """The key to name in a sentence: the first that does the action of an id."""
    return with_own_key(_BY_ID[action], own).key.split(" ")[0]


def shown(key: str) -> str:
    """A key as people read it: `!` for `exclamation_mark`, `^r` for `ctrl+r`."""
    return "^" + key.removeprefix("ctrl+") if key.startswith("ctrl+") else format_key(key)


def conflicts(own: Mapping[str, str]) -> Iterator[Conflict]:
    """What keys of the learner's own would do besides what they are meant for."""
    everywhere = [with_own_key(action, own) for action in actions.of("app")]
    for scope in dict.fromkeys(action.scope for action in actions.ACTIONS):
        here = [with_own_key(action, own) for action in actions.of(scope)]
        others = [] if scope == "app" else [action for action in everywhere if not _stands_in(action, here)]
        for action in (action for action in here + others if action.id in own):
            for key in action.keys.split(","):
                if key == _PALETTE:
                    yield Conflict(shown(key), action, _("Command palette"))
                for other in here + others:
                    if other.id != action.id and key in other.keys.split(","):
                        yield Conflict(shown(key), action, _(other.help))


def _stands_in(action: Action, here: list[Action]) -> bool:
    """Whether a screen has an action of its own for one of the whole app, as the library has `t`."""
    return any(other.id.partition(".")[2] == action.id.partition(".")[2] for other in here)


def checked(file: object, own: Mapping[str, str]) -> dict[str, str]:
    """The map that Textual takes: ids -> names of keys.

    Raises:
        ConfigError: for an id that there is not, and a key that would do two things; it names file and id.
    """
    if not own:  # as for most; looking through all keys takes longer than drawing a row
        return {}
    for name in own:
        if name not in _BY_ID:
            hint = _("The settings list all actions by their names: K.")
            raise ConfigError(
                _('{file}: unknown action `keys."{name}"`').format(file=file, name=name), hint=hint
            )
    for conflict in conflicts(own):
        hint = _("Give one of them another key.")
        raise ConfigError(
            _('{file}: `keys."{id}"`: {conflict}').format(
                file=file, id=conflict.action.id, conflict=conflict
            ),
            hint=hint,
        )
    return {name: ",".join(key_names(keys)) for name, keys in own.items()}
