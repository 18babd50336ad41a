"""The type (文种) of a draft, from the end of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docproof.model import DocumentType, Element, ElementKind
from docproof.model.patterns import later

NAMED_OTHERWISE = {
    DocumentType.ORDER: "令 嘉奖令",
    DocumentType.MINUTES: "会议纪要",
    DocumentType.REVIEW_OPINION: "审议意见",
    DocumentType.SUGGESTION: "建议、批评和意见",
    DocumentType.SUMMARY: "工作总结 小结 述职报告 述职述廉报告",
    DocumentType.SPEECH: "讲话 讲话稿 致辞 致词 发言 发言稿 发言提纲 演讲 主持词",
    DocumentType.PLAN: "工作方案 实施方案 预案 规划 计划 工作要点 行动计划",
    DocumentType.RESEARCH_REPORT: "调查报告 调研情况报告 考察报告 调研",
    DocumentType.PAPER: "思考 探析 浅析 刍议 初探 探讨 研究 探索 启示 体会 心得 路径 对策 论文",
    DocumentType.INFORMATION: "信息 简报 专报 动态 快报 简讯",
}
NAMES = {
    **{t.value: t for t in DocumentType if t is not DocumentType.STATUTE},
    **{name: kind for kind, names in NAMED_OTHERWISE.items() for name in names.split()},
}
NO_TYPE = (
    "汇报 申请 申请书 名单 倡议书 公开信 感谢信 答复 公示 启事 须知 说明 议程 日程 提纲 提案 协议 协议书 合同 "
    "责任书 承诺书 说明书 情况 安排 做法 经验 材料 问答 解读 一览表 清单 目录"
)
DRAFT_MARK = r"(?:（(?:[^（）]{0,6}(?:草案|试行|征求意见|送审|讨论|代拟|修订|暂行|稿|摘要|节录|摘录|审议|修改)[^（）]{0,8}|[一二三四五六七八九十\d])）)?"
TYPE_ENDING = later(rf"(?:{'|'.join(sorted(NAMES, key=len, reverse=True))}){DRAFT_MARK}$")
LAW_ENDING = later(
    rf"(?:条例|规定|办法|细则|规则|解释|章程|制度|守则|准则|修正案|(?<![做执方用想看说手书语无依守立司])法){DRAFT_MARK}$"
)
ABSTRACT = later(r"(?:内容)?(?:摘\s*要|提\s*要)[：:]")
OTHER_ENDING = later(rf"(?:{'|'.join(NO_TYPE.split())}){DRAFT_MARK}$")


def type_of(text: str, elements: Sequence[Element]) -> DocumentType | None:
    """The type that the title ends with, else the letterhead; None where neither tells."""
    for kind in (ElementKind.TITLE, ElementKind.LETTERHEAD):
        for element in (e for e in elements if e.kind is kind):
            lines = ["".join(line.split()) for line in element.span.of(text).split("\n")]
            for words in ("".join(lines).rstrip("。；！：，:"), lines[0]):
                if match := TYPE_ENDING.search(words):
                    return NAMES[re.sub(rf"{DRAFT_MARK}$", "", match.group())]
                if LAW_ENDING.search(words):
                    return DocumentType.STATUTE
    body = next((e.span.of(text) for e in elements if e.kind is ElementKind.BODY), "")
    return DocumentType.PAPER if ABSTRACT.match(body) else None
