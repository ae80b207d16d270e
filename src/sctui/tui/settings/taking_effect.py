"""How a changed setting takes effect while the app runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sctui.errors import ConfigError
from sctui.i18n.language import speak
from sctui.tui.screens.base import DeskModal, DeskScreen
from sctui.tui.settings.own_keys import checked
from sctui.tui.themes import THEMES, checked_theme

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp


def begin(app: SctuiApp) -> ConfigError | None:
    """Take over the settings that the app starts with; gives what is wrong with the theme.

    Raises:
        ConfigError: for keys of the learner's own that cannot be used.
    """
    settings, wrong = app.desk.settings, None
    try:
        app.theme = checked_theme(app.desk.home.config, settings.theme)
    except ConfigError as error:
        wrong, app.theme = error, next(iter(THEMES))
    if settings.reduced_motion:
        app.animation_level = "none"
    app.set_keymap(checked(app.desk.home.config, settings.keys))
    return wrong


async def take_effect(app: SctuiApp, key: str) -> None:
    """Take over a setting that has changed; those not named here count from the next card on."""
    settings = app.desk.settings
    if key == "language":
        speak(settings.language)
    if key == "theme":
        app.theme = settings.theme or next(iter(THEMES))
    if key == "reduced_motion":
        app.animation_level = "none" if settings.reduced_motion else "full"
    if key == "keys":
        app.set_keymap(checked(app.desk.home.config, settings.keys))
    if key in ("language", "script"):
        await show_again(app)
    else:
        await _make_anew(app)


async def show_again(app: SctuiApp) -> None:
    """Show every screen again: its words or the script of its cards have changed."""
    await _make_anew(app)
    for screen in app.screen_stack:
        if isinstance(screen, DeskScreen | DeskModal):
            await screen.script_changed()
            screen.refresh_bindings()
            screen.query("*").refresh()  # some draw their words themselves, as heads of tables do


async def _make_anew(app: SctuiApp) -> None:
    """Keep no screen that was made before."""
    await app.kept.drop()
    app.make_ahead()
