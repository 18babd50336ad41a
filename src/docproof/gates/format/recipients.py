"""The recipients (主送机关; GB/T 9704—2012 7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import first_line, lines, own
from docproof.gates.format.standard import PRACTICE, clause
from docproof.gates.parts import body, title
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.names import ENDINGS

STOPS = "。，；、．.,;"
NEAR = 120  # code points from the title to the line below it
LONGEST = 80  # code points of a line taken for recipients
NAMES = later(r"[^，。；：\n“”《》]{2,30}(?:[，、；;][^。：\n“”《》，、；;]{1,40}){0,9}")
NO_NAMES = later(r"为了|根据|通知|现将|关于|日|如下|已经|进行|开展")
COLLECTIVE = (
    "单位",
    "部门",
    "机构",
    "企业",
    "学校",
    "成员",
    "科室",
    "乡镇",
    "街道",
    "机关",
    "团体",
    "公司",
    "站",
    "所",
    "委",
)
PUBLISHED = (DocumentType.ANNOUNCEMENT, DocumentType.PUBLIC_NOTICE, DocumentType.COMMUNIQUE, DocumentType.ORDER)


@rule(
    "recipients.colon",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=clause("7.3.2"),
    fix=FixSafety.UNSAFE,
    bad=[
        notice(recipients="各乡镇⟦水利站。→水利站：⟧"),
        notice(recipients="各乡镇⟦水利站→水利站：⟧"),
        notice(recipients="各乡镇水利⟦站:→站：⟧"),
    ],
    good=[notice()],
)
def colon(draft: Draft) -> Iterator[Hit]:
    """主送机关末尾用全角冒号。"""
    for span in own(draft, ElementKind.RECIPIENTS) or draft.once(unmarked_recipients):
        words = span.of(draft.text).rstrip()
        if words.endswith("："):
            continue
        name = words.rstrip(STOPS + ": \u3000")
        kept = 1 if words.endswith(":") else min(3, len(name))
        start = span.start + len(name) - kept
        yield hit(Span(start, span.start + len(words)), "主送机关末尾用全角冒号", f"{name[-kept:]}：")


@rule(
    "recipients.published",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=PRACTICE,
    bad=[
        notice(title="沅泽县水利局关于青石渠停水检修的通告", recipients="⟦各乡镇水利站：⟧", body="现通告如下。"),
    ],
    good=[notice(), notice(title="沅泽县水利局关于青石渠停水检修的通告", recipients="", body="现通告如下。")],
)
def published(draft: Draft) -> Iterator[Hit]:
    """命令、公报、公告、通告面向社会公布，一般不写主送机关。"""
    if draft.type in PUBLISHED and draft.type:
        for span in own(draft, ElementKind.RECIPIENTS):
            yield hit(first_line(draft, span), f"{draft.type.value}面向社会公布，一般不写主送机关")


def unmarked_recipients(draft: Draft) -> list[Span]:
    """The line under the title that names organs as recipients are named, but for its colon; one or none."""
    whole, name = draft.once(body), draft.once(title)
    if whole is None or name is None or draft.type is None or "\n" not in draft.text[whole.start : whole.end]:
        return []
    first = next(lines(draft.text, whole.start, whole.end), None)
    if first is None or first.start - name.end > NEAR or len(first) > LONGEST:
        return []
    words = first.of(draft.text).rstrip(STOPS)
    if not NAMES.fullmatch(words) or NO_NAMES.search(words):
        return []
    return [first] if words.endswith(COLLECTIVE) or (words.endswith(ENDINGS) and len(words) >= 4) else []
