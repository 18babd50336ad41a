"""The sources that rules of several gates cite, and figures that stand in them."""

from __future__ import annotations

from docproof.model import Source, Strength

PRACTICE = Source("公文写作惯例", "", Strength.PRACTICE)
NUMERALS_STANDARD = Source("GB/T 15835—2011", strength=Strength.REQUIRED)


def regulations(article: str = "", strength: Strength = Strength.REQUIRED) -> Source:
    """An article of the regulations on official documents (中办发〔2012〕14号), as in 第八条."""
    return Source("党政机关公文处理工作条例", article, strength)


def clause(number: str, strength: Strength = Strength.REQUIRED) -> Source:
    """A clause of GB/T 9704—2012, as in 7.3.4."""
    return Source("GB/T 9704—2012", number, strength)


TYPES = regulations("第八条")
ELEMENTS = regulations("第九条")
ARTICLE_15 = regulations("第十五条")
ARTICLE_16 = regulations("第十六条")
DRAFTING = regulations("第十九条")
EXAMINING = regulations("第二十条")
SECRETS_ACT = Source("中华人民共和国保守国家秘密法", "第二十条", Strength.REQUIRED)
MOST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}  # of secrecy, by grade: article 20 of the act
