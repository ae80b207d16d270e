"""The app backs up by itself, in a thread, and goes on when it cannot."""

from collections.abc import Callable

from sctui.locations import Home
from sctui.safety.backups import backups
from sctui.tui import app as app_module
from sctui.tui.app import SctuiApp
from tests.tui.conftest import Watch
from tests.tui.screen_text import press, told, work_done

Make = Callable[..., SctuiApp]
FIRST_CARD = ("G", "enter", "space", "3")


async def test_a_backup_is_made_at_the_start_and_then_during_use(
    make_app: Make, home: Home, watch: Watch
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await work_done(app)
        assert backups(home) == []  # nothing to lose yet
        await press(pilot, *FIRST_CARD)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await work_done(app)
        assert [backup.reason for backup in backups(home)] == ["start"]
        watch.pass_by(seconds=app_module._BACKUP_SECONDS)
        await press(pilot, *FIRST_CARD)
        app._back_up()
        await work_done(app)
        assert [backup.reason for backup in backups(home)] == ["use", "start"]


async def test_a_backup_that_fails_is_said_and_study_goes_on(make_app: Make, home: Home) -> None:
    home.config.parent.mkdir(parents=True)
    home.config.write_text("new_per_day = 5\n", "utf-8")
    home.backups.write_text("a file in the way")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await work_done(app)
        await pilot.pause()
        assert "no backup could be made" in told(app)
        await press(pilot, *FIRST_CARD)
        assert len(app.desk.collection.store.reviews()) == 1
