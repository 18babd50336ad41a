"""Whether time grows with the length of a text, whatever it holds: python benchmarks/scaling.py

For each odd text the time for four times its length, as a ratio; 4 is linear, 16 quadratic.
"""

import time

from docproof.checking import check_text, shipped_rules
from docproof.reporting.json import document_data

RULES = shipped_rules()
HEAD = "关于某事的通知\n各局：\n请办。\n某局\n2026年3月2日\n"
ODD = [
    "各地要抓好,落实", "[各地要抓好,落实", "(a", "（甲", "3月12日（周四）", "5'", "各地发号", "甲“", "甲“乙\n", "_", "＊", "@a.", "的",
    "【待", "《甲", "抄送：某局\n", "一、要求,好\n", "（请", "1", " ", "“甲“乙”", "‘甲", "（甲（", "<甲", "一是甲；二是乙，", "（一）甲。\n",
    "一、甲\n", "甲，\n", "，甲\n", "：甲乙丙丁戊己庚", "。”", "……，", "第一，甲其次，",
]  # fmt: skip
PIECES = 5_000


def seconds(text):
    """The shortest of three runs of checking and reporting."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        document_data(check_text(text, rules=RULES))
        best = min(best, time.perf_counter() - began)
    return best


if __name__ == "__main__":
    for piece in ODD:
        small, large = (seconds(HEAD + piece * n) for n in (PIECES, 4 * PIECES))
        print(f"{large / small:6.1f}  {piece!r}")
