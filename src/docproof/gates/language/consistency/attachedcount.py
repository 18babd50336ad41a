"""How many attachments the body says there are, against the attachment list."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.consistency.attached import attachments
from docproof.gates.sources import clause
from docproof.model import Draft, FixSafety, Gate, Severity, Span
from docproof.model.numerals import han_number
from docproof.model.patterns import later

COUNTED = later(
    r"(?:(?:[现兹特]|一并|随[文函])(?:报送|提交|寄送|移送|附)|报上|呈报|呈上|附上|附送|送上)(?:有关|相关|上述|以下|下列|申报|证明|佐证)?"
    r"(?:材料|文件|资料|附件)(?:共计?)?(?P<n>[一二三四五六七八九十两]|\d{1,2})(?P<unit>[份件个])"
)
HAN = "零一二三四五六七八九十"


@rule(
    "consistency.attachment-count",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=clause("7.3.4"),
    fix=FixSafety.UNSAFE,
    when=("份", "件", "个"),
    bad=["现报上材料⟦四份→三份⟧，请审查。\n附件：1.研究报告\n2.预审意见\n3.承诺函\n青禾县水利局\n2026年3月5日"],
    good=[
        "现报上材料三份，请审查。\n附件：1.研究报告\n2.预审意见\n3.承诺函\n青禾县水利局\n2026年3月5日",
        "报送材料一式五份。\n附件：1.研究报告\n2.预审意见\n青禾县水利局\n2026年3月5日",
        "请报送材料五份。\n附件：1.申报表\n2.承诺书\n青禾县水利局\n2026年3月5日",
    ],
)
def attachment_count(draft: Draft) -> Iterator[Hit]:
    """正文所说的材料份数与附件说明列出的件数要相符。

    附件说明列有两件以上的才比。
    """
    listed = draft.once(attachments).listed or ()
    if len(listed) < 2 or (m := COUNTED.search(draft.text, 0, listed[0].title.start)) is None:
        return
    told = int(m["n"]) if m["n"].isdigit() else 2 if m["n"] == "两" else han_number(m["n"])
    if told != len(listed):
        right = str(len(listed)) if m["n"].isdigit() or len(listed) >= len(HAN) else HAN[len(listed)]
        span = Span(m.start("n"), m.end("unit"))
        yield hit(span, f"附件说明列有{len(listed)}件，与此处的份数不符，请核对", f"{right}{m['unit']}")
