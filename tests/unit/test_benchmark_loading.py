from benchmarks.loading import forms, main


def test_every_form_is_the_same_deck_and_is_measured() -> None:
    texts = forms(40)
    assert len(set(texts.values())) == len(texts)
    rows = main(40)
    assert [row.name.partition(", ")[2] for row in rows] == list(texts)
    assert all(row.value > 0 for row in rows)
