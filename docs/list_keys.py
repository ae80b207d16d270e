"""Writes docs/keys.md: every key of the app with the id to rebind it by, as the registry declares them."""

from __future__ import annotations

from pathlib import Path

from sctui.tui import actions

PAGE = Path(__file__).with_name("keys.md")
_HEAD = """# Keys

Every key of the app, screen by screen. Each action has an id; give it keys of your own in `config.toml`
(or with `K`):

    [keys]
    "study.bury" = "z"

"""


def page() -> str:
    """The page as it must stand."""
    parts = [_HEAD.rstrip("\n")]
    for scope, name in actions.SCOPES.items():
        rows = [f"| `{one.id}` | {_cell(one.key)} | {_cell(one.help)} |" for one in actions.of(scope)]
        parts.append("\n".join([f"## {name}", "", "| id | key | what it does |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
