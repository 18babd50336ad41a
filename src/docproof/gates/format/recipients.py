"""The recipients (主送机关; GB/T 9704—2012 7.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import TOP, first_line, lines, own
from docproof.gates.parts import NO_OFFICIAL, body, title
from docproof.gates.sources import ELEMENTS, PRACTICE, clause
from docproof.model import DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.names import ENDINGS, is_organ

STOPS = "。，；、．.,;"
NEAR = 120  # code points from the title to the line below it
LONGEST = 80  # code points of a line taken for recipients
NAMES = later(r"[^，。；：\n“”《》]{2,30}(?:[，、；;][^。：\n“”《》，、；;]{1,40}){0,9}")
NO_NAMES = later(r"为了|根据|通知|现将|关于|日|如下|已经|进行|开展")
SALUTATION = later(
    r"(?=尊敬的|敬爱的|致|[^：:\n]+(?:负责同志|负责人)[：:])(?:尊敬的|敬爱的|致)?(?P<name>[^：:\n]+?)(?:领导|负责同志|负责人|同志们?|各位领导)?[：:]"
)
LABELLED = later(r"主\s?送(?:机关|单位)?[ \u3000]?[：:][ \u3000]*(?P<opens>[^\W\d_])")
FIRST_LINES = 8
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


@rule(
    "recipients.salutation",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(title="沅泽县水利局关于商借场地的函", recipients="⟦尊敬的县体育局领导：→县体育局：⟧", body="请函复。"),
        notice(recipients="⟦主送：各→各⟧乡镇水利站："),
    ],
    good=[notice(), notice(recipients="尊敬的用户："), notice(after="主送：县财政局。\n抄送：县审计局。")],
)
def salutation(draft: Draft) -> Iterator[Hit]:
    """主送机关直接写机关的全称、规范化简称或者统称，不写“主送”二字和称呼。"""
    if draft.type in NO_OFFICIAL:
        return
    for span in own(draft, ElementKind.RECIPIENTS) if draft.type else ():
        m = SALUTATION.fullmatch(span.of(draft.text))
        if m and (is_organ(m["name"]) or m["name"].startswith("各")):
            yield hit(span, "主送机关写机关名称，不用称呼", f"{m['name']}：")
    copies = own(draft, ElementKind.COPIES)  # 主送 heads recipients that are moved there
    for line in list(lines(draft.text, 0, min(len(draft.text), TOP)))[:FIRST_LINES]:
        if any(s.contains(line) for s in copies):
            continue
        if m := LABELLED.match(draft.text, line.start, line.end):
            yield hit(Span(*m.span()), "主送机关写在标题之下，直接写机关名称，不加“主送”二字", m["opens"])


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
