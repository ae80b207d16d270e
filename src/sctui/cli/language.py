"""The language that the command line speaks: chosen before anything is told, help and complaints included."""

from __future__ import annotations

import os
from collections.abc import Sequence
from copy import copy
from importlib import import_module
from inspect import cleandoc
from itertools import pairwise
from typing import TypeVar

import click

from sctui import i18n
from sctui.config import read_settings
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.i18n.language import Language, named, speak
from sctui.locations import Home, find_home

_CLICKS_OWN = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
_CommandT = TypeVar("_CommandT", bound=click.Command)


def speak_for(arguments: Sequence[str]) -> None:
    """Speak as `--lang` wants, else SCTUI_LANG, else the settings of the home, else the system.

    Raises:
        click.BadParameter: when `--lang` names no language of the program.
    """
    tag = _value(arguments, "--lang")
    if tag is not None:
        os.environ["SCTUI_LANG"] = _spoken(tag)
    spoken = speak(_of_home(find_home(_value(arguments, "--home"))))
    if spoken is not Language.ENGLISH:
        for name in _CLICKS_OWN:  # where click looks for the functions of gettext
            module = import_module(f"click.{name}")
            for function in ("_", "ngettext"):
                if hasattr(module, function):
                    setattr(module, function, getattr(i18n, function))
        click.formatting.wrap_text = _wrapped


def _value(arguments: Sequence[str], option: str) -> str | None:
    """What is given to an option that stands before the command."""
    for at, argument in enumerate(arguments):
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
        if argument == option:
            return arguments[at + 1] if at + 1 < len(arguments) else None
        if not argument.startswith("-") and not (at and arguments[at - 1] in ("--home", "--lang")):
            return None
    return None


def _spoken(tag: str) -> str:
    """The tag, where it names a language of the program: the default for any other would go unnoticed."""
    if named(tag) is Language.ENGLISH and not tag.lower().startswith("en"):
        told = _("`{tag}` is none of en, zh-Hans, zh-Hant").format(tag=tag)
        raise click.BadParameter(told, param_hint="--lang")
    return tag


def _of_home(home: Home) -> Language:
    if os.environ.get("SCTUI_LANG"):
        return Language.AS_SYSTEM  # which goes before the settings
    try:
        return read_settings(home.config).language
    except SctuiError:  # told when the settings are used
        return Language.AS_SYSTEM


def in_language(command: _CommandT) -> _CommandT:
    """A copy of the command that is shown in the learner's language."""
    told = copy(command)
    vars(told)["_help_option"] = None  # which click keeps, in the language it was first shown in
    told.help = _(cleandoc(command.help or ""))
    told.epilog = _(command.epilog or "")
    told.short_help = _(command.short_help or "") or _first_sentence(told.help)
    told.params = [_told(parameter) for parameter in command.params]
    if isinstance(told, click.Group):
        told.commands = {name: in_language(one) for name, one in told.commands.items()}
    return told


def _first_sentence(text: str) -> str | None:
    """Click cuts at blanks and full stops, which Chinese has not."""
    before, stop, _behind = text.partition("。")
    return before if stop else None


def _told(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    if isinstance(told, click.Option):
        told.help = _(told.help or "")
        told.prompt = _(told.prompt or "") or None
    return told


def _wrapped(
    text: str,
    width: int = 78,
    initial_indent: str = "",
    subsequent_indent: str = "",
    preserve_paragraphs: bool = False,
) -> str:
    """Text in lines of at most `width` cells; click counts characters, and Han characters take two cells."""
    from sctui.tui.line_break import break_offsets  # noqa: PLC0415 -- only for help in Chinese

    shown = []
    for paragraph in text.split("\n\n") if preserve_paragraphs else [text]:
        first, _newline, rest = paragraph.partition("\n")
        lines = rest.split("\n")
        if first.strip() != "\b":  # click's mark of what is not wrapped
            flat = " ".join(paragraph.split("\n"))
            cuts = (0, *break_offsets(flat, width - len(initial_indent)), len(flat))
            lines = [flat[start:end].rstrip() for start, end in pairwise(cuts)]
        shown.append(
            "\n".join([initial_indent + lines[0], *(subsequent_indent + line for line in lines[1:])])
        )
    return "\n\n".join(shown)
