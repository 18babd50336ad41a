"""How Word writes the numbers of lists (ECMA-376 17.18.59)."""

from __future__ import annotations

import re
from collections.abc import Callable

HAN = "零一二三四五六七八九"
UNITS = ("", "十", "百", "千")
LEGAL_UNITS = ("", "拾", "佰", "仟")
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LARGEST = 9999  # beyond it plain digits are written, which also bounds what a damaged file can ask for
WITH_ZEROS = re.compile("0+1")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

# One sign a number from 1; plain digits where the signs end. [MS-OI29500] 2.1.540: Word's ideographs “in a circle” are
# in parentheses.
SIGNS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
}


def numeral(number: int, kind: str) -> str:
    """A number in one of Word's formats (a value of ST_NumberFormat, or a sample such as "001").

    `none` and `bullet` have no number: "". Formats that are not known, and numbers that a format cannot write, become
    plain digits.
    """
    if kind in {"none", "bullet"}:
        return ""
    if WITH_ZEROS.fullmatch(kind):
        return str(number).zfill(len(kind))
    if kind in SIGNS:
        return SIGNS[kind][number - 1] if 0 < number <= len(SIGNS[kind]) else str(number)
    write = WRITERS.get(kind)
    return write(number) if write and 0 < number <= LARGEST else str(number)


def _counted(number: int, digits: str, units: tuple[str, ...], bare_ten: bool = False) -> str:
    """Digits with their units, one zero for a gap: 一百零六; `bare_ten` writes 十六 for 一十六 at the beginning."""
    words, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit] + units[power]
        gap = not digit
    return words[1:] if bare_ten and 10 <= number < 20 else words


def _digits(number: int, zero: str) -> str:
    return "".join(HAN[int(d)] if d != "0" else zero for d in str(number))


def _counting(number: int) -> str:
    """With 十 up to 九十九, digit by digit from a hundred: 一○○."""
    return _counted(number, HAN, UNITS, bare_ten=True) if number < 100 else _digits(number, "○")


def _counting_thousand(number: int) -> str:
    return _counted(number, HAN, UNITS, bare_ten=True)


def _japanese(number: int) -> str:
    """Without zeros, and without a one before 十, 百 and 千."""
    return re.sub("零|一(?=[十百千])", "", _counted(number, HAN, UNITS))


def _sexagenary(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


def _letters(number: int) -> str:
    """a to z, then aa, bb … zz, aaa …; Word has 30 rounds of them."""
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1) if rounds < 30 else str(number)


def _roman(number: int) -> str:
    words = ""
    for worth, sign in ROMAN:
        times, number = divmod(number, worth)
        words += sign * times
    return words


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "decimalFullWidth": lambda n: str(n).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(FULL_WIDTH),
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": _ordinal,
    "hex": lambda n: f"{n:X}",
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda n: _letters(n).upper(),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _counting_thousand,
    "taiwaneseCountingThousand": _counting_thousand,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda n: _counted(n, "零壹贰叁肆伍陆柒捌玖", LEGAL_UNITS),
    "ideographLegalTraditional": lambda n: _counted(n, "零壹貳參肆伍陸柒捌玖", LEGAL_UNITS),
    "ideographDigital": lambda n: _digits(n, "〇"),
    "japaneseDigitalTenThousand": lambda n: _digits(n, "〇"),
    "taiwaneseDigital": lambda n: _digits(n, "○"),
    "ideographZodiacTraditional": _sexagenary,
}
