"""How replies open: 批复 and 复函 name what they answer."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.parts import body, is_official, issuers, recipients, sentences, title_words, type_words
from docproof.gates.sources import PRACTICE, TYPES
from docproof.model import DocumentType, Draft, FixSafety, Gate, Scope, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.organs import Body, Standing, standing

PROMOTERS = later(r"筹备|协会|商会|学会|基金会|合作社|业主")
INDEPENDENT = {Body.CONGRESS, Body.CONSULTATIVE, Body.COURT}
OPENING = 140  # code points from the beginning of the body in which what is answered is named
RECEIVED = later(
    r"收悉|收到|知悉|已悉|获悉|收阅|(?:你|贵|来)[^，。]{0,12}?(?:请示|来函|来文|函|电)|《[^》]*(?:请示|函|报告|申请)》|(?:请示|来函|来文)|(?:你|您|贵)[^，。]{0,30}?建议"
)
ANSWERS = later(r"(?:来函|来文|[》函）)])(?:已)?(?:收悉|收到|知悉)")
REQUEST_NAMED = later(r"请示")
OTHER_NAMED = later(r"《[^《》]*?(?P<kind>报告|函|汇报|申请|通知|申请书)》")
INCOMING = later(r"(?:《[^《》]+》|(?:关于[^，。]{2,60}?的)?(?:请示|来函|函|来文))")
NUMBERED = later(r"[〔\[［【（(]\d{4}[〕\]］】）)]\s*\d+\s*号")


@rule(
    "routing.reply-to-nothing",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n⟦经研究，同意你局的方案。⟧\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局《关于修复青石渠的请示》（沅水〔2026〕8号）收悉。经研究，批复如下。\n沅泽县人民政府\n2026年3月2日"
    ],
)
def reply_to_nothing(draft: Draft) -> Iterator[Hit]:
    """批复、复函先引来文。

    批复答复下级请示，开头引来文的标题和发文字号：“你局《关于……的请示》（×〔2026〕×号）收悉。”
    """
    opening = _opening(draft)
    if opening is None or RECEIVED.search(opening.of(draft.text)):
        return
    first = sentences(draft.view(Scope.PROSE), opening)[:1]
    what = "批复" if draft.type is DocumentType.REPLY else "复函"
    if first:
        yield hit(first[0], f"{what}开头应引来文：“你单位《关于……的请示（来函）》（发文字号）收悉”")


@rule(
    "routing.reply-to-letter",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    bad=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局⟦《关于修复青石渠的函》⟧（沅水函〔2026〕8号）收悉。\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局《关于修复青石渠的请示》（沅水〔2026〕8号）收悉。\n沅泽县人民政府\n2026年3月2日"
    ],
)
def reply_to_letter(draft: Draft) -> Iterator[Hit]:
    """批复只答复请示。

    答复来函用“函（复函）”；下级来文不是请示的，不用批复。
    """
    opening = _opening(draft)
    if opening is None or draft.type is not DocumentType.REPLY:
        return
    words = opening.of(draft.text)
    if (m := OTHER_NAMED.search(words)) and not REQUEST_NAMED.search(words):
        span = Span(opening.start + m.start(), opening.start + m.end())
        yield hit(span, f"批复用于答复下级的请示，来文是“{m['kind']}”；答复来函改用“复函”，或请来文单位改报请示")


@rule(
    "routing.reply-not-down",
    gate=Gate.ROUTING,
    severity=Severity.WARNING,
    source=TYPES,
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县人民政府关于审议意见研究处理情况的⟦批复→函⟧\n沅泽县人民代表大会常务委员会：\n审议意见收悉，现批复如下。\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局《关于修复青石渠的请示》（沅水〔2026〕8号）收悉。\n沅泽县人民政府\n2026年3月2日"
    ],
)
def reply_not_down(draft: Draft) -> Iterator[Hit]:
    """批复只发给下级机关。

    向上级机关用“报告”，向人大、政协和其他不相隶属机关用“函”或“报告”。
    """
    named = draft.once(type_words)
    if draft.type is not DocumentType.REPLY or named is None or len(draft.issuers) != 1 or not is_official(draft):
        return
    own = draft.once(issuers)[0]
    for other in draft.once(recipients):
        stands = standing(other, own)
        if other.body in (Body.COMPANY, Body.MASS, Body.INSTITUTION) or PROMOTERS.search(other.name):
            continue  # what is licensed is answered by 批复, too
        apart = bool({own.body, other.body} & INDEPENDENT) and own.body is not other.body and own.body is not Body.PARTY
        if stands in (Standing.SUPERIOR, Standing.EQUAL) or (apart and stands is not Standing.SUBORDINATE):
            yield hit(named, f"“{other.name}”不是下级机关，批复只用于答复下级的请示，应改用“函”或“报告”", "函", "报告")
            return


@rule(
    "routing.reply-number",
    gate=Gate.ROUTING,
    severity=Severity.HINT,
    source=PRACTICE,
    bad=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局⟦《关于修复青石渠的请示》⟧收悉。\n沅泽县人民政府\n2026年3月2日"
    ],
    good=[
        "沅泽县人民政府关于青石渠修复方案的批复\n县水利局：\n你局《关于修复青石渠的请示》（沅水〔2026〕8号）收悉。\n沅泽县人民政府\n2026年3月2日"
    ],
)
def reply_number(draft: Draft) -> Iterator[Hit]:
    """批复、复函引来文时标明发文字号。

    引用公文先引标题，后引发文字号；来文没有发文字号的，不必理会。
    """
    opening = _opening(draft)
    if opening is None:
        return
    words = opening.of(draft.text)
    if not RECEIVED.search(words) or NUMBERED.search(words):
        return
    m = INCOMING.search(words)
    span = Span(opening.start + m.start(), opening.start + m.end()) if m else sentences(draft.text, opening)[0]
    if m and m.group().startswith("《"):
        yield hit(span, "引来文应标明发文字号")
    else:
        yield hit(span, "引来文应写明标题和发文字号：《关于……的请示（函）》（×〔2026〕×号）")


def _opening(draft: Draft) -> Span | None:
    """The beginning of the body of a 批复 or a 复函, else None."""
    whole = draft.once(body)
    if whole is None or not is_official(draft):
        return None
    opening = Span(whole.start, min(whole.end, whole.start + OPENING))
    answers = draft.type is DocumentType.REPLY or (
        draft.type is DocumentType.LETTER
        and (draft.once(title_words).endswith(("复函", "答复函", "回复函")) or ANSWERS.search(opening.of(draft.text)))
    )
    return opening if answers else None
