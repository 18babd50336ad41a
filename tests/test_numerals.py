"""Numbers as drafts write them, and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docproof.gates.language.quantities import half_step, plain, quantities
from docproof.model.numerals import amount, capital_amount, han_number, han_numeral


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("三十一", 31),
        ("一百零二", 102),
        ("十", 10),
        ("两万五千", 25_000),
        ("一亿二千万", 120_000_000),
        ("一万零五百亿", 1_050_000_000_000),
    ],
)
def test_chinese_numerals(words, value):
    assert han_number(words) == value


@given(st.integers(1, 999))
def test_a_numeral_written_is_read_again(n):
    assert han_number(han_numeral(n)) == n


@pytest.mark.parametrize(
    ("words", "value"),
    [("1,234.5", "1234.5"), ("3.5万", "35000"), ("2.1万亿", "2100000000000"), ("三十", "30")],
)
def test_amounts(words, value):
    assert amount(words) == Decimal(value)


def test_no_number_is_no_amount():
    with pytest.raises(ValueError, match="许多"):
        amount("许多")


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("叁万元整", "30000"),
        ("壹佰贰拾捌万陆仟元整", "1286000"),
        ("伍佰陆拾柒元捌角玖分", "567.89"),
        ("贰圆伍角", "2.5"),
    ],
)
def test_amounts_in_capital_numerals(words, yuan):
    assert capital_amount(words) == Decimal(yuan)


@given(st.integers(1, 10**13))
def test_a_plain_number_means_the_same(n):
    assert amount(plain(Decimal(n))) == n


@pytest.mark.parametrize(
    ("number", "step"), [("30", 0), ("3.2", "0.05"), ("1.2万", 500), ("2万", 500), ("8300亿", 5 * 10**7)]
)
def test_how_far_a_number_may_be_rounded(number, step):
    assert half_step(number) == Decimal(step)


def test_quantities_of_a_sentence():
    text = "2025年第3季度，共办理12件，约300人参加，投入1.2亿元，同比增长5%"
    found = list(quantities(text, 0, len(text)))
    assert [str(q) for q in found] == ["12件", "300人", "1.2亿元", "5%"]
    assert [q.exact for q in found] == [True, False, True, True]
    assert [text[q.span.start : q.span.end] for q in found] == ["12件", "300人", "1.2亿元", "5%"]
