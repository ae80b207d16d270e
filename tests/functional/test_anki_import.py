"""The real Anki imports what we export, and imports it again without losing what was learned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from sctui.anki.package import write_package
from sctui.decks.library import read_library
from sctui.locations import bundled
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Language

NOW = 1_750_000_000.0
LATER = NOW + 3600
BASIC = Note(
    id="demo-1",
    kind=CardKind.TRIAL,
    topic=("甲病", "临床 试验"),
    front="多少人 <b>入组</b> & 随访？\n第二行",
    back="12 < 13 人",
    sources=(Source("demo.md", 4, "共有 12 人 & 无人退出"),),
    flags=("preclinical", "damage:lost-exponent"),
    tags=("my tag",),
)
CLOZE = Note(
    id="demo-2",
    kind=CardKind.MECHANISM,
    text="细胞分泌 {{c1::甲因子 <α>}} 和 {{c2::乙因子::蛋白}}，还有 [sound:x.mp3]",
    sources=(Source("demo.md", 5, "甲因子"), Source("two.md", 6, "乙因子")),
)
OTHER = Note(id="other-1", front="front", back="back")
DECKS = (
    Deck("示例::试验 & 机制", Language.SIMPLIFIED, (BASIC, CLOZE), {"demo": DocumentRef("demo.md")}),
    Deck("Example", Language.ENGLISH, (OTHER,)),
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def import_decks(collection: Any, decks: tuple[Deck, ...], folder: Path, timestamp: float) -> Any:
    file = folder / "cards.apkg"
    write_package(decks, file, timestamp)
    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    return collection.import_anki_package(request).log


def note_of(collection: Any, note: Note) -> Any:
    (found,) = collection.find_notes(f"Id:{note.id}")
    return collection.get_note(found)


def test_everything_arrives(collection: Any, tmp_path: Path) -> None:
    log = import_decks(collection, DECKS, tmp_path, NOW)
    assert (len(log.new), collection.note_count(), collection.card_count()) == (3, 3, 4)
    basic = note_of(collection, BASIC)
    assert dict(basic.items()) == {
        "Front": "多少人 &lt;b&gt;入组&lt;/b&gt; &amp; 随访？<br>第二行",
        "Back": "12 &lt; 13 人",
        "Topic": "甲病 › 临床 试验",
        "Source": "demo.md · 4",
        "Quote": "共有 12 人 &amp; 无人退出",
        "Flags": "preclinical · damage:lost-exponent",
        "Id": "demo-1",
        "Language": "zh-Hans",
    }
    assert set(basic.tags) == {
        "kind::trial",
        "topic::甲病::临床_试验",
        "flag::preclinical",
        "flag::damage::lost-exponent",
        "my_tag",
    }
    assert [collection.decks.name(card.did) for card in basic.cards()] == ["示例::试验 & 机制"]
    assert {deck.name for deck in collection.decks.all_names_and_ids()} >= {
        "示例",
        "示例::试验 & 机制",
        "Example",
    }


def test_every_template_renders(collection: Any, tmp_path: Path) -> None:
    import_decks(collection, DECKS, tmp_path, NOW)
    (card,) = note_of(collection, BASIC).cards()
    question, answer = card.question(), card.answer()
    assert "&lt;b&gt;入组" in question
    assert "12 &lt; 13" not in question
    assert "demo.md" not in question
    for shown in (
        "12 &lt; 13 人",
        "共有 12 人 &amp; 无人退出",
        "demo.md · 4",
        "甲病 › 临床 试验",
        'lang="zh-Hans"',
    ):
        assert shown in answer
    one, two = note_of(collection, CLOZE).cards()
    assert "甲因子" not in one.question().split("data-cloze")[0]
    assert ">[...]<" in one.question()
    assert ">[蛋白]<" in two.question()
    assert "[1] 甲因子<br>[2] 乙因子" in one.answer()
    assert "[1] demo.md · 5<br>[2] two.md · 6" in one.answer()
    for shown in (question, answer, one.question(), one.answer(), two.question(), two.answer()):
        assert "{{" not in shown.split("</style>")[1]
        assert "Invalid" not in shown


def test_text_is_never_taken_for_a_sound(collection: Any, tmp_path: Path) -> None:
    import_decks(collection, DECKS, tmp_path, NOW)
    card = note_of(collection, CLOZE).cards()[0]
    assert card.question_av_tags() == []
    assert "&#91;sound:x.mp3]" in card.question()


def test_a_second_import_updates_in_place_and_keeps_the_history(collection: Any, tmp_path: Path) -> None:
    import_decks(collection, DECKS, tmp_path, NOW)
    (card,) = note_of(collection, BASIC).cards()
    studied = note_of(collection, CLOZE).cards()[1]
    for answered in (card, studied):
        answered.start_timer()
        collection.sched.answer_card(
            collection.sched.build_answer(
                card=answered,
                states=collection._backend.get_scheduling_states(answered.id),
                rating=3,
            )
        )
    card.load()
    before = (card.id, card.due, card.ivl, card.reps, card.type, card.queue)
    reviews = collection.db.all("select * from revlog order by id")
    assert len(reviews) == 2

    edited = replace(BASIC, front="新的问题？", back="81 人", topic=("乙病",), flags=())
    cloze = replace(CLOZE, text=CLOZE.text + "，以及 {{c3::丙因子}}")
    changed = (replace(DECKS[0], notes=(edited, cloze)), DECKS[1])
    log = import_decks(collection, changed, tmp_path, LATER)

    assert (len(log.new), len(log.updated)) == (0, 3)
    assert (collection.note_count(), collection.card_count()) == (3, 5)
    note = note_of(collection, BASIC)
    assert (note["Front"], note["Back"], note["Topic"]) == ("新的问题？", "81 人", "乙病")
    assert "flag::preclinical" not in note.tags
    card.load()
    assert (card.id, card.due, card.ivl, card.reps, card.type, card.queue) == before
    assert collection.db.all("select * from revlog order by id") == reviews
    assert [c.reps for c in note_of(collection, CLOZE).cards()] == [0, 1, 0]


def test_anki_finds_nothing_to_repair(collection: Any, tmp_path: Path) -> None:
    import_decks(collection, DECKS, tmp_path, NOW)
    problems, _ = collection.fix_integrity()
    assert "rebuilt" in problems.lower()
    assert len(problems.splitlines()) == 1


def test_all_scripts_go_along_with_a_switch(collection: Any, tmp_path: Path) -> None:
    gaps = Note("gaps", topic=("干细胞",), text="干细胞分泌 {{c1::细胞因子::什么？}}。")
    choice = Note("choice", front="哪种细胞？", back="干细胞", options=("血细胞", "MSC"))
    plain = Note("plain", front="What is MSC?", back="一")
    deck = Deck("示例", Language.SIMPLIFIED, (gaps, choice, plain))
    write_package([deck], tmp_path / "cards.apkg", NOW, all_scripts=True)
    request = ImportAnkiPackageRequest(
        package_path=str(tmp_path / "cards.apkg"), options=ImportAnkiPackageOptions()
    )
    collection.import_anki_package(request)
    (card,) = note_of(collection, gaps).cards()
    for side in (card.question(), card.answer()):
        shown, *others = re.findall(
            r'(?:<script type="text/plain" lang="([^"]+)">|class="question">).*?<span', side
        )
        assert (shown, others) == ("", ["zh-Hant-TW", "zh-Hant-HK"])
    assert "幹細胞分泌 <span" in card.question()
    assert ">[什麼？]</span>" in card.question()
    assert card.question().count(">[什么？]</span>") == 1
    assert ">細胞因子</span>" in card.answer()
    assert "function next()" in card.question()
    assert note_of(collection, plain)["Back"] == "一"
    options = note_of(collection, choice)["Front"]
    assert options.count("<li>") == 3
    assert "<li>MSC</li>" in options
    sort = dict(collection.db.all("SELECT id, sfld FROM notes"))
    assert "幹" not in sort[note_of(collection, gaps).id]
    assert collection.fix_integrity()[1]


def test_our_note_types_ask_in_their_own_ways(collection: Any, tmp_path: Path) -> None:
    number = Note("number", front="How many?", back="84%", tolerance="5%")
    import_decks(collection, (Deck("D", Language.ENGLISH, (number,)),), tmp_path, NOW)
    (card,) = note_of(collection, number).cards()
    assert '<div class="number" data-tolerance="5%"></div>' in card.question()
    assert 'data-id="number"' in card.question()
    assert "84%" not in card.question()


@pytest.mark.parametrize("all_scripts", [False, True])
def test_the_library_arrives_and_every_card_renders(
    collection: Any, tmp_path: Path, *, all_scripts: bool
) -> None:
    decks = [loaded.deck for loaded in read_library([bundled() / "decks"]).decks]
    file = tmp_path / "library.apkg"
    write_package(decks, file, NOW, all_scripts=all_scripts)
    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
    collection.import_anki_package(request)
    cards = {card.id: deck.name for deck in decks for card in deck.cards()}
    assert collection.card_count() == len(cards) > 500
    for key in collection.find_cards(""):
        card = collection.get_card(key)
        note = card.note()
        assert (
            collection.decks.name(card.did)
            == cards[note["Id"] + (f"#{card.ord + 1}" if "Text" in note else "")]
        )
        question, answer = card.question(), card.answer()
        assert f'data-id="{note["Id"]}"' in question
        assert 'class="quote"' in answer or not note["Quote"]
        assert "Invalid HTML" not in question + answer
    log = collection.import_anki_package(request).log
    assert (len(log.new), len(log.conflicting)) == (0, 0)
    assert collection.card_count() == len(cards)
