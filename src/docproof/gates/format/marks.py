"""What stands at the top: copy number, secrecy, urgency, signatory (GB/T 9704—2012 7.2.1–7.2.3, 7.2.6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docproof.engine import Hit, hit, rule
from docproof.gates.format.lines import like, own, top_lines
from docproof.model import Direction, Draft, ElementKind, FixSafety, Gate, Severity, Source, Span, Strength
from docproof.model.numerals import han_number
from docproof.model.patterns import later

STANDARD = "GB/T 9704—2012"
SECRECY = Source(STANDARD, "7.2.2", Strength.GENERAL)
ELEMENTS = Source("党政机关公文处理工作条例", "第九条", Strength.REQUIRED)
LAW = Source("中华人民共和国保守国家秘密法", "第二十条", Strength.REQUIRED)
MOST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}
HAN_DIGITS = "〇零一二三四五六七八九十百"
MARK = later(
    rf"(?P<level>[绝机秘]\s*密)(?:级)?(?P<sign>\s*[★☆*＊—:：·\-]?\s*)(?P<term>(?P<n>\d+|[{HAN_DIGITS}]+)\s*(?P<unit>年|个月|月|天)|长期|永久)?"
)
MARK_LINE = later(
    rf"(?:密\s*级\s*[：:]\s*)?(?:绝密|机密|秘密)级?\s*[★☆*＊—:：·\-]?\s*(?:保密期限[：:]?\s*)?(?:(?:\d+|[{HAN_DIGITS}]+)\s*(?:年|个月|月)|长期|永久)?"
)
TOP = "{}\n沅泽县水利局文件\n沅水〔2026〕8号\n沅泽县水利局关于做好水库安全工作的通知\n各乡镇水利站：\n现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日"
WORDS = {"特提": "特急", "平急": "加急", "急件": "加急"}
ORDER = (ElementKind.COPY_NUMBER, ElementKind.CLASSIFICATION, ElementKind.URGENCY)
URGENT_LINE = later(r"(?:紧急程度\s*[：:]\s*)?(?:紧急|急|十万火急|特级|加及|特及|急办|火急|限时办结)")
SIGNED_FOR = later(r"签[ \u3000]*发[ \u3000]*人?[ \t\u3000]*[：:]?[ \t\u3000]*(?=[^\W\d_]{2,4})")
TELEGRAM = later(r"电报|明电|发电")


@rule(
    "secrecy.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=SECRECY,
    fix=FixSafety.UNSAFE,
    bad=[
        TOP.format("000012\n⟦机密1年→机密★1年⟧"),
        TOP.format("000012\n⟦机密★一年→机密★1年⟧"),
        TOP.format("000012\n⟦密级：机密→机密★1年⟧"),
    ],
    good=[TOP.format("000012\n机密★1年"), TOP.format("000012\n机密")],
)
def secrecy_form(draft: Draft) -> Iterator[Hit]:
    """密级和保密期限写作“机密★1年”。

    密级与期限之间用“★”隔开，期限的数字用阿拉伯数字。
    """
    for span in _secrecy(draft):
        words = span.of(draft.text)
        m = MARK.search(words)
        if m is None:
            continue
        term = m["term"] or ""
        if m["n"] and not m["n"].isdigit():
            term = f"{han_number(m['n'])}{m['unit']}"
        right = "".join(m["level"].split()) + (f"★{''.join(term.split())}" if term else "")
        if "".join(words.split()) == right or (not term and "".join(words.split()) == right):
            continue
        yield hit(
            span, f"密级和保密期限写作“{right if term else right + '★1年'}”的样子", right if term else f"{right}★1年"
        )


@rule(
    "secrecy.term",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=LAW,
    bad=[TOP.format("000012\n⟦秘密★20年⟧")],
    good=[TOP.format("000012\n秘密★10年"), TOP.format("000012\n绝密★30年")],
)
def secrecy_term(draft: Draft) -> Iterator[Hit]:
    """保密期限不超过法定上限：绝密30年，机密20年，秘密10年，法律另有规定的除外。"""
    for span in _secrecy(draft):
        m = MARK.search(span.of(draft.text))
        if m is None or not m["n"]:
            continue
        level = "".join(m["level"].split())
        years = int(m["n"]) if m["n"].isdigit() else han_number(m["n"])
        if m["unit"] == "年" and years > MOST_YEARS[level]:
            yield hit(span, f"{level}级的保密期限不超过{MOST_YEARS[level]}年，现为{years}年；另有规定的除外")


@rule(
    "secrecy.no-copy-number",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[TOP.format("⟦⟧机密★1年")],
    good=[TOP.format("000012\n机密★1年")],
)
def no_copy_number(draft: Draft) -> Iterator[Hit]:
    """涉密公文应当标注份号。"""
    mark = draft.classification
    if mark and draft.first(ElementKind.LETTERHEAD) and draft.first(ElementKind.COPY_NUMBER) is None:
        yield hit(Span(mark.span.start, mark.span.start), "涉密公文应当标注份号，一般用6位阿拉伯数字，编在密级上一行")


@rule(
    "urgency.word",
    gate=Gate.FORMAT,
    severity=Severity.ERROR,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[TOP.format("⟦特提→特急⟧"), TOP.format("⟦急件→加急⟧"), TOP.format("⟦紧急→加急⟧")],
    good=[TOP.format("特急"), TOP.format("加急")],
)
def urgency_word(draft: Draft) -> Iterator[Hit]:
    """公文的紧急程度分“特急”“加急”；“特提”“平急”只用于电报。"""
    if TELEGRAM.search(draft.text, 0, 200):
        return
    for span in own(draft, ElementKind.URGENCY) or like(draft, top_lines(draft), URGENT_LINE):
        word = "".join(span.of(draft.text).split())
        if word in ("特急", "加急"):
            continue
        right = WORDS.get(word, "加急")
        note = "用于电报，" if word in ("特提", "平急") else "不规范，"
        yield hit(
            span, f"紧急程度“{word}”{note}公文用“特急”“加急”", right, *(w for w in ("特急", "加急") if w != right)
        )


@rule(
    "marks.order",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=Source(STANDARD, "7.2.3", Strength.REQUIRED),
    bad=[TOP.format("特急\n⟦机密★1年⟧\n000012")],
    good=[TOP.format("000012\n机密★1年\n特急")],
)
def order(draft: Draft) -> Iterator[Hit]:
    """份号、密级和保密期限、紧急程度按这个次序自上而下分行排列。"""
    marks = [e for e in draft.elements if e.kind in ORDER]
    for before, after in pairwise(marks):
        if ORDER.index(after.kind) < ORDER.index(before.kind):
            message = f"{after.kind.value}应排在{before.kind.value}之前，次序是份号、密级和保密期限、紧急程度"
            yield hit(after.span, message)
            return


@rule(
    "signatory.form",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=Source(STANDARD, "7.2.6", Strength.REQUIRED),
    fix=FixSafety.UNSAFE,
    bad=[
        "沅泽县水利局文件\n沅水〔2026〕8号　　　⟦签发：→签发人：⟧孟怀川\n沅泽县水利局关于修渠的请示\n县人民政府：\n妥否，请批示。\n沅泽县水利局\n2026年3月2日",
        "沅泽县水利局文件\n沅水〔2026〕8号　　　⟦签发人　→签发人：⟧孟怀川\n沅泽县水利局关于修渠的请示\n县人民政府：\n妥否，请批示。\n沅泽县水利局\n2026年3月2日",
    ],
    good=[
        "沅泽县水利局文件\n沅水〔2026〕8号　　　签发人：孟怀川\n沅泽县水利局关于修渠的请示\n县人民政府：\n妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
)
def signatory_form(draft: Draft) -> Iterator[Hit]:
    """签发人写作“签发人：×××”，用全角冒号。"""
    title = draft.first(ElementKind.TITLE)
    if title is None:
        return
    at = draft.text.find("签", 0, title.span.start)
    m = SIGNED_FOR.match(draft.text, at) if at >= 0 else None
    if m and m.group() != "签发人：" and "".join(m.group().split()) != "签发人：":
        yield hit(Span(*m.span()), "签发人写作“签发人：×××”", "签发人：")


@rule(
    "signatory.downward",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=Source(STANDARD, "7.2.6", Strength.REQUIRED),
    bad=[
        "沅泽县水利局文件\n沅水〔2026〕8号　　　⟦签发人：孟怀川⟧\n沅泽县水利局关于做好春灌工作的通知\n各乡镇水利站：\n现就有关事项通知如下。\n沅泽县水利局\n2026年3月2日"
    ],
    good=[
        "沅泽县水利局文件\n沅水〔2026〕8号　　　签发人：孟怀川\n沅泽县水利局关于修渠的请示\n县人民政府：\n妥否，请批示。\n沅泽县水利局\n2026年3月2日"
    ],
)
def signatory_downward(draft: Draft) -> Iterator[Hit]:
    """只有上行文标注签发人。"""
    named = draft.first(ElementKind.SIGNATORY)
    if named and draft.direction in (Direction.DOWN, Direction.ACROSS):
        yield hit(named.span, f"签发人只在上行文中标注，{draft.type.value if draft.type else '本文'}不标")


def _secrecy(draft: Draft) -> list[Span]:
    """The marks of secrecy above the title, whatever their form."""
    return like(draft, top_lines(draft), MARK_LINE) or [e.span for e in draft.all(ElementKind.CLASSIFICATION)]
