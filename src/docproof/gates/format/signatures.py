"""Who signs, against who issues (党政机关公文处理工作条例 article 9; GB/T 9704—2012 7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from docproof.engine import Hit, hit, rule
from docproof.gates.format.example import notice
from docproof.gates.format.lines import bare, own
from docproof.gates.format.naming import letterhead_organs, same_organ
from docproof.gates.parts import NO_OFFICIAL, title
from docproof.gates.sources import ELEMENTS
from docproof.model import Direction, DocumentType, Draft, ElementKind, FixSafety, Gate, Severity, Span
from docproof.model.patterns import later
from docproof.outlining.addressing import SEALED
from docproof.outlining.names import are_persons, is_organ, is_signer

BEFORE_MATTER = later(r"\s*(?:关\s*于|转\s*发|批\s*转|印\s*发)")
NO_ISSUER = ("对", "向", "致")
PLACE_KINDS = "省市县区州乡镇"
BETWEEN_ORGANS = later(r"[^\s、]+")


@rule(
    "signature.issuer",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(signature="⟦沅泽县农业农村局→沅泽县水利局⟧"),
        notice(letterhead="", number="", signature="⟦沅泽县水务局→沅泽县水利局⟧"),
        notice(
            letterhead="沅泽县人民政府办公室文件",
            title="沅泽县人民政府办公室关于做好春灌工作的通知",
            signature="⟦沅泽县人民政府→沅泽县人民政府办公室⟧",
        ),
    ],
    good=[
        notice(),
        notice(letterhead="沅泽县人民政府办公室文件", title="关于做好春灌工作的通知", signature="沅泽县政府办"),
        notice(signature="沅泽县水利局　　沅泽县财政局"),
        notice(letterhead="沅泽县水利局　沅泽县财政局文件", title="关于做好春灌工作的通知"),
        notice(title="关于做好春灌工作的通知", letterhead="", signature="沅泽县财政局"),
    ],
)
def issuer(draft: Draft) -> Iterator[Hit]:
    """署名与发文机关标志、标题中的发文机关相符。

    简称与全称视为相符。联合行文可以只标主办机关，有一个相符就不报。
    """
    signed = draft.once(signatures)
    if not signed or draft.type is None or draft.type in NO_OFFICIAL:
        return
    names = [bare(draft, s) for s in signed]
    for where, organs in (("发文机关标志", letterhead_organs(draft)), ("标题", [n for n, _ in draft.once(titled)])):
        if organs and not any(same_organ(SEALED.sub("", n), o) for n in names for o in organs):
            if where == "标题" and any(same_organ(n, o) for n in names for o in letterhead_organs(draft)):
                continue
            yield hit(signed[0], f"署名“{names[0]}”与{where}中的“{organs[0]}”不一致，请核对", organs[0])
            return


@rule(
    "title.other-issuer",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[notice(title="⟦沅泽县水务局→沅泽县水利局⟧关于做好春灌工作的通知")],
    good=[notice(), notice(title="沅泽县水利局　沅泽县财政局关于做好春灌工作的通知")],
)
def other_issuer(draft: Draft) -> Iterator[Hit]:
    """标题中的发文机关与发文机关标志、署名相符。"""
    if draft.type is None or draft.type in NO_OFFICIAL:
        return
    heads, signed = letterhead_organs(draft), [bare(draft, s) for s in draft.once(signatures)]
    named = draft.once(titled)
    agree = not heads or not signed or any(same_organ(h, s) for h in heads for s in signed)
    if not heads or not named or not agree:
        return
    if not any(same_organ(n, o) for n, _ in named for o in (*heads, *signed)):
        name, span = named[0]
        yield hit(span, f"标题中的发文机关“{name}”与发文机关标志中的“{heads[0]}”不一致，请核对", heads[0])


@rule(
    "signature.short",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[
        notice(signature="⟦水利局→沅泽县水利局⟧"),
        notice(signature="⟦沅泽水利局→沅泽县水利局⟧"),
    ],
    good=[notice()],
)
def short(draft: Draft) -> Iterator[Hit]:
    """署名用发文机关全称或者规范化简称，与标题一致。"""
    for span in draft.once(signatures):
        name = bare(draft, span)
        for full, _ in draft.once(titled):
            if full != name and (full.endswith(name) or name in _without_place_kind(full)):
                yield hit(span, f"署名写全称，与标题中的“{full}”一致", full)


def _without_place_kind(full: str) -> set[str]:
    """A name with 县, 市 … dropped, as in 沅泽水利局."""
    return {full[:at] + full[at + 1 :] for at, c in enumerate(full[:-1]) if c in PLACE_KINDS}


@rule(
    "signature.person",
    gate=Gate.FORMAT,
    severity=Severity.HINT,
    source=ELEMENTS,
    fix=FixSafety.UNSAFE,
    bad=[notice(signature="⟦孟怀川→沅泽县水利局⟧")],
    good=[notice(), notice(title="关于做好春灌工作的通知", signature="孟怀川")],
)
def person(draft: Draft) -> Iterator[Hit]:
    """公文由发文机关署名，不以个人名义署名；命令（令）和议案除外。"""
    signed, named = own(draft, ElementKind.SIGNATURE), draft.once(titled)
    if draft.type in (DocumentType.ORDER, DocumentType.BILL, None) or draft.direction is Direction.UP or not named:
        return
    if (
        len(signed) == 1
        and not is_organ(bare(draft, signed[0]))
        and (are_persons(signed[0].of(draft.text)) or is_signer(signed[0].of(draft.text)))
    ):
        yield hit(signed[0], f"公文由发文机关署名，写“{named[0][0]}”", named[0][0])


@rule(
    "signature.joint",
    gate=Gate.FORMAT,
    severity=Severity.WARNING,
    source=ELEMENTS,
    bad=[notice(title="沅泽县水利局　沅泽县财政局关于做好春灌工作的通知", signature="⟦沅泽县水利局⟧")],
    good=[
        notice(title="沅泽县水利局　沅泽县财政局关于做好春灌工作的通知", signature="沅泽县水利局　　沅泽县财政局"),
        notice(),
    ],
)
def joint(draft: Draft) -> Iterator[Hit]:
    """联合行文的各机关都要署名。"""
    signed, named = draft.once(signatures), draft.once(titled)
    names = [bare(draft, s) for s in signed]
    lacking = [n for n, _ in named if not any(same_organ(n, s) for s in names)]
    if signed and len(named) > 1 and len(lacking) < len(named):
        for name in lacking:
            yield hit(signed[-1], f"标题中的联合发文机关“{name}”没有署名")


def signatures(draft: Draft) -> list[Span]:
    """The organs that sign the draft."""
    return [s for s in own(draft, ElementKind.SIGNATURE) if is_organ(SEALED.sub("", bare(draft, s)))]


def titled(draft: Draft) -> list[tuple[str, Span]]:
    """The organs that the title names before its matter, each with where it stands; [] where anything else stands there."""
    span = draft.once(title)
    m = BEFORE_MATTER.search(draft.text, span.start, span.end) if span else None
    if span is None or m is None:
        return []
    found = [(n.group(), Span(*n.span())) for n in BETWEEN_ORGANS.finditer(draft.text, span.start, m.start())]
    return found if all(is_organ(name) and not name.startswith(NO_ISSUER) for name, _ in found) else []
