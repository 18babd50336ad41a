"""Which characters are Han; cheaper to ask than a pattern with the whole range is to compile."""


def is_han(char: str) -> bool:
    """Whether one character is a Han character (CJK Unified Ideographs and extensions, 〇); "" is not."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇" or char > "\U0001ffff"


def has_han(text: str) -> bool:
    """Whether a text holds a Han character."""
    return any(map(is_han, text))


def count_han(text: str) -> int:
    """How many Han characters a text holds."""
    return sum(map(is_han, text))
