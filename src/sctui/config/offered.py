"""The settings that are offered on a screen, in its order: groups, words, choices."""

from __future__ import annotations

from sctui.config.checks import number, one_of, text, two_or_four, wait, waits, whole, yes_or_no
from sctui.config.setting import Setting
from sctui.i18n import N_
from sctui.i18n.language import Language
from sctui.scheduler.settings import DueOrder, NewOrder, NewPlace
from sctui.text.script import Script

_YES_NO = {True: N_("yes"), False: N_("no")}
_LOOK, _DAY, _ORDER, _MEMORY, _LEECHES = (
    N_("Look and language"),
    N_("A day's work"),
    N_("Order"),
    N_("Memory"),
    N_("Siblings and leeches"),
)
_APPEARANCE = (
    Setting(
        "language",
        one_of(Language),
        _LOOK,
        N_("Language"),
        N_("The language of the program's own words."),
        {language: language.label for language in Language},
    ),
    Setting(
        "script",
        one_of(Script),
        _LOOK,
        N_("Script of cards"),
        N_("The script in which cards and documents are shown; quotes stay as their source wrote them."),
        {script: script.label for script in Script},
    ),
    Setting("theme", text, _LOOK, N_("Theme"), N_("The colours of the app.")),
    Setting(
        "reduced_motion",
        yes_or_no,
        _LOOK,
        N_("Reduced motion"),
        N_("Whether nothing slides or fades; TEXTUAL_ANIMATIONS=none does the same."),
        _YES_NO,
    ),
    Setting(
        "buttons",
        two_or_four,
        _LOOK,
        N_("Rating buttons"),
        N_("Four, or two: Again and Good alone."),
        {4: "4", 2: "2"},
    ),
)
_LIMITS = (
    Setting(
        "new_per_day",
        whole(0, 9999),
        _DAY,
        N_("New cards a day"),
        N_("How many new cards are begun a day, of the deck that is studied."),
        step=5,
    ),
    Setting(
        "reviews_per_day",
        whole(0, 9999),
        _DAY,
        N_("Reviews a day"),
        N_("How many due cards are asked a day, of the deck that is studied."),
        step=10,
    ),
    Setting(
        "beyond_core",
        yes_or_no,
        _DAY,
        N_("Cards beyond the core"),
        N_("Whether cards that are not marked as core are begun as well, behind those that are."),
        _YES_NO,
    ),
    Setting(
        "inbox",
        yes_or_no,
        _DAY,
        N_("Accept new cards first"),
        N_("Whether new cards of a conversion wait until their author accepts them."),
        _YES_NO,
    ),
    Setting(
        "rollover_hour",
        whole(0, 23),
        _DAY,
        N_("A day begins at"),
        N_("The hour of local time at which a study day begins."),
        step=1,
    ),
    Setting(
        "learn_ahead",
        wait,
        _DAY,
        N_("Learn ahead"),
        N_("By how much a learning card may come early when nothing else is left, such as 20m."),
    ),
)
_ORDERS = (
    Setting(
        "new_order",
        one_of(NewOrder),
        _ORDER,
        N_("Order of new cards"),
        N_("In which order new cards are begun."),
        {
            NewOrder.DECK: N_("as in the deck"),
            NewOrder.TOPICS: N_("topics by turns"),
            NewOrder.SHUFFLED: N_("shuffled"),
        },
    ),
    Setting(
        "due_order",
        one_of(DueOrder),
        _ORDER,
        N_("Order of due cards"),
        N_("In which order due cards are asked."),
        {
            DueOrder.DAY: N_("longest due first"),
            DueOrder.SHUFFLED: N_("shuffled"),
            DueOrder.RETRIEVABILITY: N_("least likely to be recalled first"),
            DueOrder.SAVEABLE: N_("most likely to be recalled first"),
            DueOrder.DIFFICULTY: N_("hardest first"),
            DueOrder.SHORT: N_("shortest intervals first"),
        },
    ),
    Setting(
        "new_cards",
        one_of(NewPlace),
        _ORDER,
        N_("New among due cards"),
        N_("Where new cards stand among the due ones."),
        {NewPlace.MIXED: N_("mixed"), NewPlace.FIRST: N_("first"), NewPlace.LAST: N_("last")},
    ),
    Setting(
        "interleave_topics",
        yes_or_no,
        _ORDER,
        N_("Keep topics apart"),
        N_("Whether cards of one topic are kept apart."),
        _YES_NO,
    ),
)
_SCHEDULING = (
    Setting(
        "desired_retention",
        number(0.7, 0.99),
        _MEMORY,
        N_("Desired retention"),
        N_("The share of reviews you want to recall, 0.7 to 0.99; more is more work."),
        step=0.01,
    ),
    Setting(
        "learning_steps",
        waits,
        _MEMORY,
        N_("Learning steps"),
        N_("The times between the showings of a new card, such as 1m 10m."),
    ),
    Setting(
        "relearning_steps",
        waits,
        _MEMORY,
        N_("Relearning steps"),
        N_("The times between the showings of a forgotten card, such as 10m."),
    ),
    Setting(
        "maximum_interval",
        whole(1, 36500),
        _MEMORY,
        N_("Longest interval"),
        N_("Days after which a card comes back at the latest."),
        step=365,
    ),
    Setting(
        "fuzz",
        yes_or_no,
        _MEMORY,
        N_("Vary intervals"),
        N_("Whether intervals are moved a little by chance, so that cards learned together drift apart."),
        _YES_NO,
    ),
)
_HARD_CARDS = (
    Setting(
        "bury_siblings",
        yes_or_no,
        _LEECHES,
        N_("Bury siblings"),
        N_("Whether a note shows at most one of its cards a day."),
        _YES_NO,
    ),
    Setting(
        "leech_lapses",
        whole(0, 99),
        _LEECHES,
        N_("Leech after lapses"),
        N_("How often a card is forgotten until it is marked as a leech; 0 for never."),
        step=1,
    ),
    Setting(
        "suspend_leeches",
        yes_or_no,
        _LEECHES,
        N_("Suspend leeches"),
        N_("Whether leeches are suspended as well."),
        _YES_NO,
    ),
)
SETTINGS = (*_APPEARANCE, *_LIMITS, *_ORDERS, *_SCHEDULING, *_HARD_CARDS)
