"""Recipients and copies (GB/T 9704—2012 7.3.2, 7.4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import lines, own
from docproof.gates.parts import body, title
from docproof.model import Draft, ElementKind, FixSafety, Gate, Severity, Source, Span, Strength
from docproof.model.patterns import later
from docproof.outlining.names import ENDINGS

STANDARD = "GB/T 9704—2012"
RECIPIENTS = Source(STANDARD, "7.3.2", Strength.REQUIRED)
COPIES = Source(STANDARD, "7.4.2", Strength.REQUIRED)
SENT_TO = later(
    r"(?:各|县|市|区|省|州|局|本|全|有关|机关|直属|所属|中共|国|贵)?[^，。；：\n“”《》（）]{1,30}(?:[，、][^。；：\n“”《》]{1,40}){0,8}"
)
UNITS = (
    "单位",
    "部门",
    "机构",
    "企业",
    "学校",
    "成员",
    "政府",
    "科室",
    "乡镇",
    "街道",
    "支部",
    "站所",
    "机关",
    "团体",
    "中心校",
    "卫生院",
)
STOPS = "。，；、．.,;"
REPORTED = later(r"抄\s*报|报\s*送|发\s*送|印\s*送|抄\s*发")
DRAFT = "沅泽县水利局关于做好春灌工作的通知\n{}\n现就有关事项通知如下：\n一、摸清底数。\n沅泽县水利局\n2026年3月2日{}"


@rule(
    "recipients.colon",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=RECIPIENTS,
    fix=FixSafety.UNSAFE,
    bad=[DRAFT.format("各乡镇⟦水利站。→水利站：⟧", ""), DRAFT.format("各乡镇⟦水利站→水利站：⟧", "")],
    good=[DRAFT.format("各乡镇水利站：", "")],
)
def colon(draft: Draft) -> Iterator[Hit]:
    """主送机关末尾用全角冒号。"""
    named = own(draft, ElementKind.RECIPIENTS)
    for span in named or _unmarked(draft):
        words = span.of(draft.text).rstrip()
        if words.endswith((":", "：")):
            continue
        bare = words.rstrip(STOPS + " \u3000")
        keep = min(3, len(bare))
        start = span.start + len(bare) - keep
        yield hit(Span(start, span.start + len(words)), "主送机关末尾用全角冒号", f"{bare[-keep:]}：")


@rule(
    "copies.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=COPIES,
    fix=FixSafety.UNSAFE,
    bad=[
        DRAFT.format("各乡镇水利站：", "\n⟦抄报→抄送⟧：市水利局。"),
        DRAFT.format("各乡镇水利站：", "\n⟦抄送→抄送：⟧市水利局，县财政局。\n沅泽县水利局办公室　2026年3月2日印发"),
    ],
    good=[DRAFT.format("各乡镇水利站：", "\n抄送：市水利局，县财政局。")],
)
def copies_form(draft: Draft) -> Iterator[Hit]:
    """抄送机关写作“抄送：×××，×××。”

    不论上级、平级、下级都用“抄送”，不用“抄报”“抄发”。
    """
    for span in own(draft, ElementKind.COPIES):
        m = REPORTED.match(span.of(draft.text).lstrip())
        if m:
            at = draft.text.find(m.group(), span.start)
            yield hit(Span(at, at + len(m.group())), f"“{''.join(m.group().split())}”改为“抄送”", "抄送")
    end = draft.once(body)
    if end is None or draft.all(ElementKind.COPIES):
        return
    for line in lines(draft.text, end.end, len(draft.text)):
        if m := NO_COLON.match(draft.text, line.start, line.end):
            yield hit(Span(*m.span("mark")), "“抄送”后面用全角冒号", "抄送：")
            return


NO_COLON = later(r"(?P<mark>抄\s?送)[ \u3000]*(?![：:]|机关|单位)(?=[^\W\d_])")


@rule(
    "copies.stop",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=COPIES,
    fix=FixSafety.UNSAFE,
    bad=[DRAFT.format("各乡镇水利站：", "\n抄送：市水利局，县财⟦政局→政局。⟧")],
    good=[DRAFT.format("各乡镇水利站：", "\n抄送：市水利局，县财政局。")],
)
def copies_stop(draft: Draft) -> Iterator[Hit]:
    """抄送机关末尾用句号。"""
    for span in own(draft, ElementKind.COPIES):
        words = span.of(draft.text).rstrip()
        if not words.lstrip().startswith(("抄", "主")) or words.endswith("。") or not words:
            continue
        bare = words.rstrip(STOPS + "：: \u3000")
        start = span.start + max(0, len(bare) - 2)
        yield hit(Span(start, span.start + len(words)), "抄送机关末尾用句号", f"{bare[-2:]}。")


def _unmarked(draft: Draft) -> list[Span]:
    """The line under the title that names organs as recipients are named, but for its colon."""
    whole, name = draft.once(body), draft.once(title)
    if whole is None or name is None or draft.type is None or "\n" not in draft.text[whole.start : whole.end]:
        return []
    first = next(lines(draft.text, whole.start, whole.end), None)
    if first is None or first.start - name.end > 120:
        return []
    words = first.of(draft.text).rstrip(STOPS)
    if (
        len(words) > 80
        or not SENT_TO.fullmatch(words)
        or any(v in words for v in ("为了", "根据", "通知", "现将", "关于", "日", "如下"))
    ):
        return []
    return [first] if words.endswith(UNITS) or (words.endswith(ENDINGS) and len(words) >= 4) else []
