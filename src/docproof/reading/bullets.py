"""Bullets of symbol fonts as signs that any font has."""

BULLET = "•"
SYMBOL_FONTS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}
SIGNS = {
    "symbol": {0xA8: "♦", 0xB7: "•", 0xAE: "→", 0xDE: "⇒"},
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
        0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xDC: "➲", 0xE0: "→", 0xE8: "➔",
        0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
}  # fmt: skip


def bullet(text: str, font: str) -> str:
    """The text of a bullet that is set in a font, without private-use characters.

    Word writes a sign of a symbol font as its code there, plain (l for ●) or in the private-use area (U+F06C).
    """
    is_symbol = font.lower() in SYMBOL_FONTS
    return "".join(_sign(c, font.lower(), is_symbol) for c in text)


def _sign(char: str, font: str, is_symbol: bool) -> str:
    code = ord(char)
    if 0xF000 <= code <= 0xF0FF or (is_symbol and 0x20 < code <= 0xFF):
        return SIGNS.get(font, {}).get(code & 0xFF, BULLET)
    return BULLET if 0xE000 <= code <= 0xF8FF or code >= 0xF0000 else char
