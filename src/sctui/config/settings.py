"""What a learner can set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sctui.i18n.language import Language
from sctui.scheduler.plans import Break, Exam
from sctui.scheduler.settings import NO_LIMIT, DeckSettings, DueOrder, Limit, NewOrder, NewPlace
from sctui.text.script import Script


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can set. The names are the keys of `config.toml`; docs/scheduling.md tells them all.

    Args:
        script: in which script cards are shown.
        language: of the program's own words; empty for that of the system.
        reduced_motion: whether nothing slides or fades.
        tour: whether a new learner is shown around; false once they were.
        theme: a theme of Textual's, by name; empty for the app's own.
        new_per_day: how many new cards are begun a day, of the deck that is studied.
        reviews_per_day: how many due cards are asked a day, of the deck that is studied.
        desired_retention: the share of reviews to be recalled, 0.7 to 0.99 (FSRS).
        rollover_hour: the hour of local time at which a study day begins, 0 to 23.
        learning_steps: seconds between the showings of a new card.
        relearning_steps: seconds between the showings of a forgotten card.
        maximum_interval: days.
        learn_ahead: seconds by which a learning card may come early when nothing else is left.
        fuzz: whether intervals are moved a little by chance, so that cards learned together drift apart.
        buttons: 4, or 2 for Again and Good alone.
        beyond_core: whether cards that are not marked as core are begun as well, behind those that are.
        inbox: whether new cards of a conversion wait until their author accepts them.
        new_order: in which order new cards are begun.
        due_order: in which order due cards are asked.
        new_cards: where new cards stand among the due ones.
        interleave_topics: whether cards of one topic are kept apart.
        bury_siblings: whether a note shows at most one of its cards a day.
        leech_lapses: how often a card is forgotten until it is marked as a leech; 0 for never.
        suspend_leeches: whether leeches are suspended as well.
        library: limits of all decks together.
        deck: by the deck's name, what differs there.
        topic: by the topic's titles with ` / ` between them, its limits.
        exam: dates to be ready for.
        pause: planned breaks.
        keys: by an action's id, the keys that do it instead of its own.
    """

    script: Script = Script.AS_WRITTEN
    language: Language = Language.AS_SYSTEM
    theme: str = ""
    reduced_motion: bool = False
    tour: bool = True
    new_per_day: int = 20
    reviews_per_day: int = 200
    desired_retention: float = 0.9
    rollover_hour: int = 4
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 36500
    learn_ahead: int = 1200
    fuzz: bool = True
    buttons: int = 4
    beyond_core: bool = False
    inbox: bool = False
    new_order: NewOrder = NewOrder.DECK
    due_order: DueOrder = DueOrder.DAY
    new_cards: NewPlace = NewPlace.MIXED
    interleave_topics: bool = False
    bury_siblings: bool = True
    leech_lapses: int = 8
    suspend_leeches: bool = False
    library: Limit = NO_LIMIT
    deck: tuple[DeckSettings, ...] = ()
    topic: tuple[DeckSettings, ...] = ()
    exam: tuple[Exam, ...] = ()
    pause: tuple[Break, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
