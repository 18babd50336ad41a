"""Which characters are Han; cheaper to ask than a pattern with the whole range is to compile."""

HAN = r"[^\W\da-zA-Z_]"  # in a pattern: a letter that is no Latin one; compiles in no time, unlike the range of Han


def is_han(char: str) -> bool:
    """Whether one character is a Han character (CJK Unified Ideographs and extensions, 〇); "" is not."""
    if "\u4e00" <= char <= "\u9fff":
        return True
    return (
        "\u3400" <= char <= "\u4dbf"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
        or char == "〇"
    )


def has_han(text: str) -> bool:
    """Whether a text holds a Han character."""
    return any(map(is_han, text))


def count_han(text: str) -> int:
    """How many Han characters a text holds."""
    return sum(map(is_han, text))
