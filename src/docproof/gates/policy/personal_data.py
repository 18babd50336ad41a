"""Personal data in what will be published: identity numbers, mobile phones, bank cards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from docproof.engine import Hit, hit, rule
from docproof.model import DocumentType, Draft, ElementKind, Gate, Scope, Severity, Source, Span
from docproof.model.patterns import later

SOURCE = Source("中华人民共和国个人信息保护法")
LONG_NUMBER = later(r"\d[\d \u3000\-]{9,26}[\dXxＸ]")
IDENTITY = later(
    r"(?<![\d.])\d{6}[ \u3000\-]?(?:19|20)\d\d[ \u3000\-]?(?:0[1-9]|1[0-2])[ \u3000\-]?(?:0[1-9]|[12]\d|3[01])[ \u3000\-]?\d{3}[ \u3000\-]?[\dXxＸ](?!\d)"
)
MOBILE = later(r"(?<![\d.])1[3-9]\d[ \u3000\-]?\d{4}[ \u3000\-]?\d{4}(?![\d.])")
CARD = later(
    r"(?<![\d.])(?:6[02]|4\d|5[1-5]|95|3[57])\d{2}(?:[ \u3000\-]?\d{4}){2}(?:[ \u3000\-]?\d{1,4}){1,2}(?![\d.])"
)
PASSPORT = later(r"护照(?:号码?|编号)?(?:[:：为是]|\s)*(?P<mark>(?:[EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7}))(?!\d)")
MARKS = later(r"[ \u3000\-]")
PROVINCE = later(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91")  # GB/T 2260, first two digits
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643—1999, 4.2.3
CHECK_CHARACTERS = "10X98765432"
CARD_LENGTHS = range(16, 20)
NEAR = 40  # code points before a number that tell what it is
OF_IDENTITY = later(r"身份证|证件号|公民身份号码")
OF_CARD = later(r"卡号|账号|帐号|账户|银行卡|储蓄卡|信用卡|社保卡|一卡通")
OF_OFFICE = later(
    r"联系人|联系电话|联系方式|咨询|监督(?:举报)?电话|举报(?:电话|热线)|值班|热线|投诉(?:电话|热线)|客服|报名|受理|服务电话|办公电话|传真|经办人|责任人|工作人员|负责人|邮箱|网址|电话[:：]?$"
)
OF_PERSON = later(
    r"本人|户主|申请人|对象|当事人|名单|候选人|家属|家长|学生|患者|村民|个人|联系手机|[，、]男|[，、]女|岁|身份证|住址|家住|学历|拟聘|拟录|获奖|中奖|失主|业主|租户|承租人|举报人|投诉人|信访人|被执行人|受助|救助人|补助|补贴|党员|报考|考生|应届"
)
OF_ORGAN = later(
    r"(?:户名|收款单位|开户名称?|收款人)[:：]?[^\n，。；]{0,30}?(?:局|公司|中心|委员会|学校|医院|协会|基金会|法院|财政所|社)"
)
PUBLISHED = frozenset(
    {DocumentType.ANNOUNCEMENT, DocumentType.PUBLIC_NOTICE, DocumentType.CIRCULAR, DocumentType.NOTICE}
)
TO_BE_SEEN = later(r"公示|公告|通告|张贴|公布|公开|通报|启事|光荣榜")


class Number(msgspec.Struct, frozen=True):
    """A long number of a draft, its spaces left out in `digits`, and the words before it on its line."""

    span: Span
    digits: str
    before: str


def _numbers(draft: Draft, kind: str) -> list[Number]:
    """The numbers of a draft that look like identity numbers, mobile phones or bank cards."""
    pattern = {"identity": IDENTITY, "mobile": MOBILE, "card": CARD}[kind]
    text = draft.view(Scope.PROSE)
    found = []
    for run in draft.once(_runs):
        for m in pattern.finditer(text, max(0, run.start - 1), run.end):
            before = text[max(0, m.start() - NEAR) : m.start()].rpartition("\n")[2]
            found.append(Number(Span(*m.span()), MARKS.sub("", m.group()).upper().replace("Ｘ", "X"), before))
    return found


def _runs(draft: Draft) -> list[Span]:
    return [Span(*m.span()) for m in LONG_NUMBER.finditer(draft.view(Scope.PROSE))]


def _severity(draft: Draft) -> Severity:
    """A draft that people will read publicly must not carry the data; of others nobody knows."""
    shown = draft.type in PUBLISHED or TO_BE_SEEN.search(draft.text) is not None
    return Severity.WARNING if shown else Severity.HINT


def is_identity_number(digits: str, until: date | None = None) -> bool:
    """Whether 18 characters are an identity number: a province, a day in the past, the check character (GB 11643)."""
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    check = CHECK_CHARACTERS[sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=False)) % 11]
    return PROVINCE.match(digits) is not None and digits[17] == check and (until is None or born <= until)


def has_luhn_digit(digits: str) -> bool:
    """Whether the last digit of a card's number is its check digit (ISO/IEC 7812-1, annex B)."""
    doubled = (int(d) * 2 if i % 2 else int(d) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _masked(digits: str, head: int, tail: int = 4) -> str:
    return digits[:head] + "*" * (len(digits) - head - tail) + digits[-tail:]


@rule(
    "personal.identity-number",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    bad=[
        "现将拟救助人员公示如下：孙某某，身份证号⟦110101199003070011→110***********0011⟧",
        "公告：证件号码⟦110101 19900307 002X→110***********002X⟧",
    ],
    good=[
        "现将拟救助人员公示如下：孙某某，身份证号110***********0011",
        "公告：合同编号110101199003070012，统一社会信用代码91110101199003070X",
    ],
)
def identity_number(draft: Draft) -> Iterator[Hit]:
    """要公开的文稿里不写完整的公民身份号码。

    按 GB 11643 核对校验码和出生日期；不通过校验而写明是身份证号的，提示。
    """
    for number in draft.once(_numbers, "identity"):
        sound = is_identity_number(number.digits, draft.as_of)
        if sound or OF_IDENTITY.search(number.before):
            severity = draft.once(_severity) if sound else Severity.HINT
            message = "公民身份号码属于个人信息，公开时隐去中间各位"
            yield hit(number.span, message, _masked(number.digits, 3), severity=severity)


@rule(
    "personal.mobile",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    bad=["危房改造拟补助对象公示：马某某，手机⟦13800000000→138****0000⟧，补助1.4万元"],
    good=[
        "公示期内如有异议，请与县民政局联系，联系人：马某某，联系电话：13800000000",
        "公告：咨询电话13800000000",
    ],
)
def mobile(draft: Draft) -> Iterator[Hit]:
    """要公开的文稿里不写私人的手机号码。

    联系人、咨询电话、监督电话等办公用的不报。
    """
    notes = [e.span for e in draft.all(ElementKind.NOTE)]
    for number in draft.once(_numbers, "mobile"):
        office = OF_OFFICE.search(number.before) and not OF_PERSON.search(number.before)
        if not office and not any(n.contains(number.span) for n in notes):
            message = "手机号码属于个人信息，公开时隐去中间四位"
            yield hit(number.span, message, _masked(number.digits, 3), severity=draft.once(_severity))


@rule(
    "personal.bank-card",
    gate=Gate.POLICY,
    severity=Severity.WARNING,
    source=SOURCE,
    bad=["补贴清册公示：户主杨某某，卡号⟦6222020000000000000→6222***********0000⟧，面积6.8亩"],
    good=[
        "补贴清册公示：户主杨某某，卡号6222***********0000",
        "公示：收款单位：临泽县民政局，账号6222020000000000000",
    ],
)
def bank_card(draft: Draft) -> Iterator[Hit]:
    """要公开的文稿里不写私人的银行卡号。"""
    text = draft.view(Scope.PROSE)
    told: dict[int, int] = {}  # where each line has told of an organ's account
    for number in draft.once(_numbers, "card"):
        named = OF_CARD.search(number.before)
        sound = len(number.digits) in CARD_LENGTHS and number.digits.startswith("62") and has_luhn_digit(number.digits)
        if not (sound or named) or len(number.digits) not in CARD_LENGTHS or is_identity_number(number.digits[:18]):
            continue
        line, end = draft.document.line_bounds(number.span.start)
        if line not in told:
            organ = OF_ORGAN.search(text, line, end)
            told[line] = organ.end() if organ else end
        if number.span.start < told[line]:
            message = "银行卡号属于个人信息，公开时只留首尾几位"
            yield hit(number.span, message, _masked(number.digits, 4), severity=draft.once(_severity))


@rule(
    "personal.passport",
    gate=Gate.POLICY,
    severity=Severity.HINT,
    source=SOURCE,
    bad=["公示：李某某，护照号码⟦E12345678→E****5678⟧"],
    good=["公示：李某某，持有效护照"],
)
def passport(draft: Draft) -> Iterator[Hit]:
    """要公开的文稿里不写完整的护照号码。"""
    text = draft.view(Scope.PROSE)
    if "护照" in text:
        for m in PASSPORT.finditer(text):
            message = "护照号码属于个人信息，公开时隐去中间各位"
            yield hit(Span(*m.span("mark")), message, _masked(m["mark"], 1))
