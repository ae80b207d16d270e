"""`sctui inbox`: new cards that wait, accepted or rejected; and how the rules fare that made them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from sctui.cli.columns import right
from sctui.cli.main import Context
from sctui.cli.own_decks import write_files
from sctui.decks.atomic_file import write_together
from sctui.decks.inbox import Decision
from sctui.decks.library import Library, read_library
from sctui.decks.triage import RuleRecord, Waiting, decided, rejected, rule_records, waiting
from sctui.decks.values import near_miss, shown
from sctui.i18n import N_, _
from sctui.markup.cards import plain_back, plain_front
from sctui.text.plural import counted
from sctui.text.printable import one_line

_NAMED = 3  # rules that are named one by one
_NONE = N_("Nothing was rejected.")
_NOTHING = N_("Nothing waits in the inbox.")


@click.group(invoke_without_command=True)
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The decks in this folder (default: your own).",
)
@click.option("--rejected", "gone", is_flag=True, help="What was rejected, each with the rule that made it.")
@click.option("--rules", is_flag=True, help="How many cards of each rule were accepted.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.pass_context
def inbox(context: click.Context, decks: Path | None, form: str, *, rules: bool, gone: bool) -> None:
    """List new cards that wait, each with the rule that made it.

    Cards wait when `sctui convert --inbox` made them, or `inbox = true` stands in config.toml. They are not
    studied before they are accepted; what is rejected is not made again.
    """
    home = context.obj.home
    context.obj = _Inbox(context.obj, decks, read_library(home.library if decks is None else (decks,)))
    if context.invoked_subcommand is not None:
        return
    library = context.obj.library
    if form == "json":
        told = {
            "waiting": _cards_json(waiting(library)),
            "rejected": [{"id": key, "rule": rule} for key, rule in rejected(library)],
            "rules": _rules_json(rule_records(library)),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif gone:
        click.echo("\n".join(one_line(f"{key}  ({rule})") for key, rule in rejected(library)) or _(_NONE))
    elif rules:
        _tell_rules(rule_records(library))
    else:
        _tell_cards(waiting(library))


_CHOOSING: tuple[Callable[[Callable[..., None]], Callable[..., None]], ...] = (
    click.argument("cards", nargs=-1, metavar="[ID]..."),
    click.option("--rule", metavar="RULE", help="All cards of a rule that wait."),
    click.option("--all", "everything", is_flag=True, help="All cards that wait."),
    click.pass_obj,
)


def _choosing(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_CHOOSING):
        command = option(command)
    return command


@inbox.command()
@_choosing
def accept(here: _Inbox, cards: tuple[str, ...], rule: str | None, *, everything: bool) -> None:
    """Let cards be studied."""
    here.decide(cards, rule, Decision.ACCEPTED, everything=everything)


@inbox.command()
@_choosing
def reject(here: _Inbox, cards: tuple[str, ...], rule: str | None, *, everything: bool) -> None:
    """Take cards out of their decks, for good: no conversion makes them again."""
    here.decide(cards, rule, Decision.REJECTED, everything=everything)


class _Inbox:
    """What waits in the learner's decks, or in a folder of decks."""

    def __init__(self, context: Context, decks: Path | None, library: Library) -> None:
        self.library = library
        self._home, self._decks = context.home, decks

    def decide(
        self, cards: tuple[str, ...], rule: str | None, decision: Decision, *, everything: bool
    ) -> None:
        """Write what is decided of the cards of these ids, of a rule, or of all."""
        wait = waiting(self.library)
        known = {one.note.id: one.rule for one in wait}
        for card in cards:
            if card not in known:
                raise click.UsageError(
                    _("`{card}` does not wait{near_miss}").format(
                        card=shown(card), near_miss=near_miss(card, tuple(known))
                    )
                )
        if rule is not None and rule not in known.values():
            raise click.UsageError(
                _("no card of the rule `{rule}` waits{near_miss}").format(
                    rule=shown(rule), near_miss=near_miss(rule, (*known.values(),))
                )
            )
        chosen = [key for key, made in known.items() if everything or key in cards or made == rule]
        if not chosen:
            raise click.UsageError(_("name cards by their ids, or give --rule or --all"))
        files = decided(self.library, dict.fromkeys(chosen, decision))
        if self._decks is None:
            write_files(self._home, files)
        else:
            write_together(files)
        made_by = _made_by(known[key] for key in chosen) if decision is Decision.REJECTED else ""
        undo = "" if self._decks else _("; `sctui undo` takes it back")
        told = f"{counted(len(chosen), 'card')} {decision.value}{made_by}"
        click.echo(
            _("{told}, {wait} still waiting{undo}.").format(
                told=told, wait=len(wait) - len(chosen), undo=undo
            )
        )


def _made_by(rules: Iterable[str]) -> str:
    """The rules that made what was rejected, a few of them by name."""
    names = sorted(set(rules))
    more = ", …" if len(names) > _NAMED else ""
    return one_line(_(" (made by {names}{more})").format(names=", ".join(names[:_NAMED]), more=more))


def _tell_cards(cards: list[Waiting]) -> None:
    deck = ""
    for one in cards:
        if one.loaded.deck.name != deck:
            deck = one.loaded.deck.name
            click.echo(one_line(deck))
        click.echo(one_line(f"  {one.note.id}  ({one.rule})"))
        for card in one.note.cards():
            click.echo(one_line(f"      {plain_front(card)}  →  {plain_back(card)}"))
    if not cards:
        click.echo(_(_NOTHING))
        return
    told = counted(len(cards), "card")
    click.echo(
        _("{told} waiting. Accept or reject them here (`sctui inbox accept ID`) or in the app (`i`).").format(
            told=told
        )
    )


def _tell_rules(records: list[RuleRecord]) -> None:
    if not records:
        click.echo(_(_NOTHING))
        return
    heads = ((_("accepted"), 9), (_("edited"), 6), (_("rejected"), 9), (_("waiting"), 8))
    click.echo(" ".join(right(word, width) for word, width in heads) + "  " + _("rule"))
    for one in records:
        rate = "" if one.rate is None else f"{one.rate:.0%}"
        click.echo(
            one_line(
                f"{one.accepted + one.edited:>4} {rate:>4} {one.edited:>6} {one.rejected:>9} {one.waiting:>8}"
                f"  {one.rule}"
            )
        )


def _cards_json(cards: list[Waiting]) -> list[dict[str, object]]:
    return [
        {"id": one.note.id, "deck": one.loaded.deck.name, "file": str(one.loaded.file), "rule": one.rule}
        for one in cards
    ]


def _rules_json(records: list[RuleRecord]) -> list[dict[str, object]]:
    names = ("rule", "accepted", "edited", "rejected", "waiting", "rate")
    return [{name: getattr(one, name) for name in names} for one in records]
