"""Names of organs and of persons with their posts, as letterheads, recipients and signatures give them."""

from __future__ import annotations

from docproof.model.characters import HAN
from docproof.model.patterns import later

LONGEST_NAME = 40  # code points
NAMES_END = (
    "政府 委员会 代表大会 常委会 党委 党组 党支部 总支 支部 纪委 市委 县委 区委 省委 州委 旗委 镇委 乡委 工委 团委 党工委 "
    "管委会 居委会 村委会 政协 办公厅 办公室 办事处 公司 集团 中心 大学 学院 学校 中学 小学 幼儿园 校 法院 检察院 医院 "
    "卫生院 研究院 研究所 派出所 监狱 局 厅 部 委 署 会 院 行 所 站 馆 台 社 厂 队 指挥部 专班 组 协会 学会 商会 联合会 "
    "工商联 工会 妇联 秘书处 主席团 代表团 处 科 股 室 联社 林场 农场 保护区 开发区 园区 基地"
)
ENDINGS = tuple(NAMES_END.split())
NAME = later(r"[^\W_][\w（）()“”·、]{1,39}")
IN_BRACKETS = later(r"[（(][^（）()]{1,16}[）)]$")
POST = (
    "省长|市长|县长|区长|州长|旗长|乡长|镇长|主任|主席|书记|局长|厅长|部长|处长|科长|股长|所长|站长|院长|校长|行长|社长|"
    "会长|组长|队长|馆长|台长|署长|经理|董事长|总裁|总理|司令员|政委|秘书长|检察长|委员长|理事长|负责人|"
    "代表|委员|记录|汇报人|报告人|发言人|申请人|承诺人|述职人"
)
PERSON = rf"{HAN}{{1,2}}\s*{HAN}{{1,2}}|{HAN}{{2,6}}(?:·{HAN}{{2,6}}){{1,2}}"
SIGNER = later(rf"(?:{HAN}|[、（）]){{0,24}}?(?:{POST})(?:[：:]\s*|\s+)(?:{PERSON})")
NAMES = later(rf"(?:{PERSON})(?:[\s、]+(?:{PERSON}))*")


def is_organ(bare: str) -> bool:
    """Whether a line without its white space is an organ's name and nothing else."""
    if len(bare) > LONGEST_NAME or not NAME.fullmatch(bare):
        return False
    return bare.endswith(ENDINGS) or IN_BRACKETS.sub("", bare).endswith(ENDINGS)


def is_signer(text: str) -> bool:
    """Whether a line is a post and a person's name: 市长　某某某."""
    return SIGNER.fullmatch(text) is not None


def are_persons(text: str) -> bool:
    """Whether a line is one person's name or several, set apart by white space."""
    return len(text) <= LONGEST_NAME and NAMES.fullmatch(text) is not None
