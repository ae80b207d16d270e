import pytest

from sctui.search.syntax import All, Either, Node, Not, QueryError, Term, parse, pieces, plain

FIELDS = {"deck": "deck", "牌组": "deck", "is": "is", "lapses": "lapses", "prop:r": "r"}


def told(node: Node) -> str:
    """A tree in brackets, to read."""
    match node:
        case All(parts):
            return f"({' & '.join(map(told, parts))})"
        case Either(parts):
            return f"({' | '.join(map(told, parts))})"
        case Not(part):
            return f"-{told(part)}"
        case Term(value, field, sign):
            return f"{field}{sign}[{value}]"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", "()"),
        ("  ", "()"),
        ("stem cells", "([stem] & [cells])"),
        ("stem AND cells", "([stem] & [cells])"),
        ('"stem cells" x', "([stem cells] & [x])"),
        ("“干 细胞”", "[干 细胞]"),
        ('"not closed', "[not closed]"),
        ("幹細胞 ＭＳＣ", "([干细胞] & [msc])"),
        ("-a", "-[a]"),
        ("--a", "[a]"),
        ("-(a b)", "-([a] & [b])"),
        ("a or b c", "([a] | ([b] & [c]))"),
        ("(a or b) c", "(([a] | [b]) & [c])"),
        ("（a or b） c", "(([a] | [b]) & [c])"),
        ("IL-6 10% 干细胞(MSC)", "([il-6] & [10%] & [干细胞(msc)])"),
        ("deck:x -is:due", "(deck:[x] & -is:[due])"),
        ('牌组："a b"', "deck:[a b]"),
        ("deck:", "deck:[]"),
        ("deck:=x", "deck=[x]"),
        ("lapses>3 lapses≤4 lapses:>=5 lapses==6", "(lapses>[3] & lapses<=[4] & lapses>=[5] & lapses=[6])"),
        ("prop:r<0.9 r<0.9", "(r<[0.9] & [r<0.9])"),
        ("1:2 il-6: http://x", "([1:2] & [il-6:] & [http://x])"),
        (r"re:/A\D (b|c)\/d/ e", r"(re:[A\D (b|c)\/d] & [e])"),
        (r"re:^A(b)+", "re:[^A(b)+]"),
        (r"a\(b deck\:c \-d", r"([a\(b] & [deck\:c] & [\-d])"),
        ("-", "[]"),
        ("/path/to", "[/path/to]"),
    ],
)
def test_what_is_typed_is_read(text: str, tree: str) -> None:
    assert told(parse(text, FIELDS)) == tree


@pytest.mark.parametrize(
    ("text", "at", "unfinished"),
    [
        ("a or", 4, True),
        ("(a", 0, True),
        ("a (", 3, True),
        ("or a", 0, False),
        ("()", 1, False),
        ("a)", 1, False),
        ("(a or) b", 5, False),
        ("x dekc:y", 2, False),
        ("(" * 80 + "a" + ")" * 80, 50, False),
    ],
)
def test_what_cannot_be_read_says_where(text: str, at: int, unfinished: bool) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, FIELDS)
    assert (caught.value.at, caught.value.unfinished) == (at, unfinished)
    assert f"(at character {at + 1})" in str(caught.value)


def test_a_near_miss_is_told_with_the_field_that_was_meant() -> None:
    with pytest.raises(QueryError) as caught:
        parse("lapsse>3", FIELDS)
    assert "`lapses:`" in caught.value.hint


def test_what_is_no_unicode_is_read_as_a_question_mark() -> None:
    assert told(parse("a\udcff", FIELDS)) == "[a?]"


@pytest.mark.parametrize(
    ("value", "parts"),
    [("a*b", ("a", "b")), (r"a\*b", ("a*b",)), ("*", ("", "")), (r"a\\*", ("a\\", "")), ("", ("",))],
)
def test_a_star_cuts_a_value_unless_it_is_escaped(value: str, parts: tuple[str, ...]) -> None:
    assert pieces(value) == parts


def test_a_value_without_its_backslashes() -> None:
    assert plain(r"a\"b\\c") == r"a\"b\c".replace(r"\"", '"')
