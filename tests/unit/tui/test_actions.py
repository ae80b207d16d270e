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
    from sctui.tui.app import SctuiApp  # noqa: PLC0415 -- Textual is slow to load
    from sctui.tui.screens.compare import CompareScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.documents import DocumentsScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.library import LibraryScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.mastery import MasteryScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.mechanisms import MechanismsScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.overview import OverviewScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.reader import ReaderScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.record import RecordScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.summary import SummaryScreen  # noqa: PLC0415 -- loaded where it is used
    from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- loaded where it is used

    homes = {
        "app": SctuiApp,
        "compare": CompareScreen,
        "document": DocumentScreen,
        "documents": DocumentsScreen,
        "library": LibraryScreen,
        "mechanisms": MechanismsScreen,
        "overview": OverviewScreen,
        "mastery": MasteryScreen,
        "reader": ReaderScreen,
        "record": RecordScreen,
        "study": StudyScreen,
        "summary": SummaryScreen,
        "trials": TrialsScreen,
    }
    for action in actions.ACTIONS:
        place, _, call = action.call.partition(".")
        home = SctuiApp if place == "app" else homes[action.scope]
        assert callable(getattr(home, f"action_{call.partition('(')[0]}")), action.id
