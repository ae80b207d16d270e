from importlib import import_module

from sctui.tui import actions


def test_every_action_has_an_id_of_its_own_and_help() -> None:
    ids = [action.id for action in actions.ACTIONS]
    assert len(set(ids)) == len(ids)
    assert all(action.help and action.keys for action in actions.ACTIONS)


def test_no_key_means_two_things_on_one_screen() -> None:
    for scope in {action.scope for action in actions.ACTIONS}:
        keys = [key for action in actions.of(scope) for key in action.keys.split(",")]
        assert len(set(keys)) == len(keys), scope


def test_every_action_has_its_method() -> None:
    for action in actions.ACTIONS:
        place, _, call = action.call.partition(".")
        where = "app" if place == "app" else action.scope
        module = import_module("sctui.tui.app" if where == "app" else f"sctui.tui.screens.{where}")
        home = getattr(module, "SctuiApp" if where == "app" else f"{where.capitalize()}Screen")
        assert callable(getattr(home, f"action_{call.partition('(')[0]}")), action.id
