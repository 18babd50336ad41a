"""Chinese numerals as drafts use them: for headings, articles, dates and amounts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
HAN = "零一二三四五六七八九"
TENS = {"十": 10, "百": 100, "千": 1000}
CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
MYRIADS = {"万": 10_000, "亿": 100_000_000}


@lru_cache(maxsize=4096)
def han_number(words: str) -> int:
    """The number of Chinese numerals, as in 三十一, 一百零二 or 两万五千. Raises ValueError for anything else."""
    total = section = digit = 0
    for c in words:
        if c in TENS:
            section += (digit or 1) * TENS[c]
            digit = 0
        elif c in MYRIADS:
            total = (total + section + digit) * MYRIADS[c] if c == "亿" else total + (section + digit) * MYRIADS[c]
            section = digit = 0
        elif c == "两":
            digit = 2
        elif c in DIGITS:
            digit = int(DIGITS[c])
        else:
            raise ValueError(words)
    return total + section + digit


def whole_number(words: str) -> int:
    """A whole number in digits or in Chinese numerals. Raises ValueError for anything else."""
    return int(words) if words.isdigit() else han_number(words)


def article_number(words: str) -> int:
    """The number of an article in either form; 0 for a mixture that is none (四4)."""
    try:
        return whole_number(words)
    except ValueError:
        return 0


def han_decimal(words: str) -> str:
    """Chinese numerals with a point in Arabic ones: 36.5 for 三十六点五, 30 for 三十. Raises ValueError."""
    whole, point, decimals = words.partition("点")
    return f"{han_number(whole)}{'.' if point else ''}{''.join(DIGITS[c] for c in decimals)}"


def amount(words: str) -> Decimal:
    """The value of a number as drafts write it: 1,234.5, 3.5万, 2.1万亿, 三十. Raises ValueError for anything else."""
    number = words.rstrip("万亿")
    try:
        value = Decimal(number.replace(",", ""))
    except InvalidOperation:
        return Decimal(han_number(words))
    for c in words[len(number) :]:
        value *= MYRIADS[c]
    return value


def capital_amount(words: str) -> Decimal:
    """The amount in yuan of capital numerals, as in 叁万伍佰元贰角整. Raises ValueError for anything else."""
    plain = words.translate(CAPITALS).rstrip("整正")
    whole, _, rest = plain.replace("圆", "元").partition("元")
    value = Decimal(han_number(whole))
    for unit, worth in (("角", Decimal("0.1")), ("分", Decimal("0.01"))):
        digit, found, after = rest.partition(unit)
        if found:
            value += han_number(digit) * worth
            rest = after
    return value


def han_numeral(n: int) -> str:
    """The Chinese numeral of a number from 1 to 999, as in 三十一 or 一百零六; digits beyond."""
    if not 0 < n < 1000:
        return str(n)
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    words = f"{HAN[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else HAN[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (HAN[ones] if ones else "")


def count_like(words: str, n: int) -> str:
    """A count in the form of another one: digits beside digits, else Chinese numerals, 两 for 2."""
    if words.isdigit():
        return str(n)
    return "两" if n == 2 else han_numeral(n)
