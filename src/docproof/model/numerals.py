"""Chinese numerals as drafts use them: for headings, articles and dates."""

DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
HAN = "零一二三四五六七八九"


def han_number(words: str) -> int:
    """The number of Chinese numerals up to 999, as in 三十一 or 一百零二. Raises ValueError for anything else."""
    total = digit = 0
    for c in words:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        elif c in DIGITS:
            digit = int(DIGITS[c])
        else:
            raise ValueError(words)
    return total + digit


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
