"""如下, 下列, 以下几点, with nothing below."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.language.surroundings import on_line_before
from docproof.gates.sources import EXAMINING
from docproof.model import Draft, ElementKind, Gate, Part, Scope, Severity, Span
from docproof.model.numbering import numbering_at
from docproof.model.patterns import each, later, one_of

ENDS_LINE = (*one_of("：:", r"[ \t\u3000]*(?=\n|$)"), *one_of("。", r"[ \t\u3000]*(?=\n|$)(?<=[下]。)"))
PROMISE = later(
    r"(?P<mark>如下|以下[^，。；：\n]{0,14}|下列[^，。；：\n]{0,14}|(?:包括|分别是|分工为|名单为|要求是)|[几两三四五六七八九十]个?(?:点|项|条|个?方面)[^，。；：\n]{0,8})$"
)
CLOSING = later(
    r"特此|[妥当可]否|此[复令致]|专此|以上(?:[意请报情请]|[^，。]{0,6}请)|请(?:予?(?:批示|批复|审[议批]|函复|研究|认真)|[^，。\n]{0,12}(?:贯彻|执行|落实|遵照))|附件?[：:]|附件\d?$|抄送|联系人|[（(]联系人|敬请|感谢|谢谢"
)
AFTER_TEXT = (
    ElementKind.SIGNATURE,
    ElementKind.ISSUE_DATE,
    ElementKind.ATTACHMENT_NOTE,
    ElementKind.ATTACHMENT,
    ElementKind.NOTE,
    ElementKind.COPIES,
    ElementKind.IMPRINT,
)
NEAR = 40  # code points of a promise


@rule(
    "consistency.nothing-below",
    gate=Gate.LANGUAGE,
    severity=Severity.WARNING,
    source=EXAMINING,
    bad=[
        "关于召开会议的通知\n各股室：\n现将有关事项通知⟦如下⟧：\n特此通知。\n青禾县水利局\n2026年3月5日",
        "关于工作情况的报告\n市水利局：\n现将有关情况报告⟦如下⟧。\n青禾县水利局\n2026年3月5日",
        "一、存在⟦以下问题⟧：\n二、下一步打算\n加强巡查。",
    ],
    good=[
        "关于召开会议的通知\n各股室：\n现将有关事项通知如下：\n一、会议时间\n3月9日。\n特此通知。\n青禾县水利局\n2026年3月5日",
        "（一）目标如下：\n1.新建3处。\n2.改造5处。\n（二）要求",
        "情况如下：",
    ],
)
def nothing_below(draft: Draft) -> Iterator[Hit]:
    """“如下”“以下几点”之后要有内容。

    下面紧接结尾语、附件说明、署名、日期，或者同一层的下一个标题的，报警告。
    """
    text = draft.view(Scope.PROSE)
    back = {e.span.start for kind in AFTER_TEXT for e in draft.all(kind)}
    for m in each(ENDS_LINE, text):
        line = on_line_before(text, m.start(), NEAR)
        promise = PROMISE.search(line)
        paragraph = draft.document.paragraph_index(m.start())
        if promise is None or draft.paragraphs[paragraph].part is not Part.BODY:
            continue
        if _is_empty_below(draft, text, paragraph, back):
            at = m.start() - len(line) + promise.start("mark")
            yield hit(Span(at, at + len(promise["mark"])), "下面没有列出内容，请补上或改写")


def _is_empty_below(draft: Draft, text: str, index: int, back: set[int]) -> bool:
    """Whether what follows a paragraph is no content: the end of the draft, or the next of the paragraph's own numbers."""
    below = next((p for p in draft.paragraphs[index + 1 :] if text[p.start : p.end].strip()), None)
    if below is None or below.part is not Part.BODY:
        return below is None and index > 0 and draft.first(ElementKind.TITLE) is not None
    start = below.start + len(text[below.start : below.end]) - len(text[below.start : below.end].lstrip())
    if start in back or CLOSING.match(text, start, below.end):
        return True
    above = draft.paragraphs[index]
    lead = len(text[above.start : above.end]) - len(text[above.start : above.end].lstrip())
    own, following = numbering_at(text, above.start + lead, above.end), numbering_at(text, start, below.end)
    return own is not None and following is not None and (following.level, following.n) == (own.level, own.n + 1)
