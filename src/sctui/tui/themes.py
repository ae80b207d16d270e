"""The themes: dark, light and high contrast first, then Textual's others by their own names."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from sctui.config.checks import is_written
from sctui.errors import ConfigError
from sctui.i18n import N_, _

# black and white with colours of at least 7:1 against black (WCAG 2, AAA)
HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffd700",
    secondary="#00e5ff",
    accent="#00e5ff",
    warning="#ffb000",
    error="#ff8080",
    success="#50ff50",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#c0c0c0",
        "footer-key-foreground": "#ffd700",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffd700",
        "primary-muted": "#4d4000",
        "secondary-muted": "#00414a",
        "accent-muted": "#00414a",
        "warning-muted": "#4d3500",
        "error-muted": "#4d0000",
        "success-muted": "#004d00",
    },
)
_NAMED = {
    "textual-dark": N_("dark"),
    "textual-light": N_("light"),
    "high-contrast": N_("high contrast"),
}
THEMES = _NAMED | {name: name for name in BUILTIN_THEMES if name not in _NAMED}


def checked_theme(file: object, theme: str) -> str:
    """A theme that there is, by its name; the first for "".

    Raises:
        ConfigError: for one that there is not, as after an update of Textual; it names the file.
    """
    if theme and theme not in THEMES:
        raise ConfigError(
            f"{file}: `theme` {is_written(theme)}",
            hint=_("There is no such theme; the settings show them all."),
        )
    return theme or next(iter(THEMES))
