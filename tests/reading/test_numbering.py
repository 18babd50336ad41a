"""Labels that Word's numbering makes: as the standard says, and as LibreOffice shows them."""

import subprocess
from dataclasses import dataclass
from io import BytesIO

import pytest
from word import abstract, instance, item, level, numbered, p, style, word_file

from docproof.reading import read_stream

THREE = (level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))
OFFICIAL = (
    level(0, "%1、", "chineseCountingThousand", more='<w:suff w:val="nothing"/>'),
    level(1, "（%2）", "chineseCountingThousand", more='<w:suff w:val="nothing"/>'),
    level(2, "%3.", more='<w:suff w:val="nothing"/>'),
    level(3, "（%4）", more='<w:suff w:val="nothing"/>'),
)
NO_EAST_ASIAN = "its text export has no such format and writes 1, 2, 3"
OWN_BULLETS = "its text export writes • ◦ ▪ by level, whatever the bullet is"
SHOWS_HIDDEN = "its text export shows what is hidden or deleted"


@dataclass(frozen=True)
class Case:
    """A construction, and the lines that a reader sees; `not_libreoffice` says where LibreOffice shows another label."""

    lines: str
    body: str
    numbering: str
    styles: str = ""
    not_libreoffice: str = ""


def one(*levels):
    """One list of these levels."""
    return abstract(0, *levels) + instance(1)


def walk(*levels):
    """A paragraph for each, on that level of list 1."""
    return "".join(item("文", n) for n in levels)


def formats(kind, labels, excuse="", numbers=(1, 2, 10, 11)):
    """The numbers of one format."""
    lists = "".join(abstract(n, level(0, "%1|", kind, number)) for n, number in enumerate(numbers))
    lists += "".join(instance(n + 1, n) for n in range(len(numbers)))
    body = "".join(item("文", 0, n + 1) for n in range(len(numbers)))
    return Case("\n".join(f"{w}|\t文" for w in labels.split()), body, lists, not_libreoffice=excuse)


def custom(choice, fallback):
    return (
        f'<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{choice}"/></mc:Choice>'
        f'<mc:Fallback><w:numFmt w:val="{fallback}"/></mc:Fallback></mc:AlternateContent>'
    )


def table(*rows):
    cells = ("".join(f"<w:tc><w:tcPr>{merge}</w:tcPr>{words}</w:tc>" for merge, words in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


DELETED = '<w:del w:id="1" w:author="甲"/>'
DELETION = '<w:del w:id="2" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>'
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:hint="default"/>'
RESTART = '<w:startOverride w:val="1"/>'
HEADINGS = (
    style("h1", f"<w:pPr>{numbered()}</w:pPr>") + style("h2", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', "h1")
)  # fmt: skip


def styled(name, words="文"):
    return p(words, properties=f'<w:pStyle w:val="{name}"/>')


CASES = {
    "simple list": Case("1.\t文\n2.\t文\n3.\t文", walk(0, 0, 0), one(*THREE)),
    "the four levels of official documents": Case(
        "一、文\n（一）文\n1.文\n（1）文\n（2）文\n（二）文\n二、文\n（一）文", walk(0, 1, 2, 3, 3, 1, 0, 1), one(*OFFICIAL)
    ),
    "label of several levels": Case("1.\t文\n1.1\t文\n1.1.1\t文\n1.2\t文\n2.\t文", walk(0, 1, 2, 1, 0), one(*THREE)),
    "a level that is passed over counts": Case("1.1\t文\n2.\t文\n2.1.1\t文\n2.2\t文", walk(1, 0, 2, 1), one(*THREE)),
    "paragraphs between do not interrupt": Case(
        "1.\t文\n段\n2.\t文", item("文") + p("段") + item("文"), one(*THREE)
    ),
    "an empty paragraph has its number": Case("1.\t文\n2.\t\n3.\t文", item("文") + item("") + item("文"), one(*THREE)),
    "start": Case("5.\t文\n6.\t文", walk(0, 0), one(level(0, "%1.", start=5))),
    "a missing start is 0": Case("0.\t文\n1.\t文", walk(0, 0), one(level(0, "%1.", start=None))),
    "instances of one abstract numbering share the count": Case(
        "1.\t文\n2.\t文\n3.\t文", item("文") + item("文", of=2) + item("文"), abstract(0, *THREE) + instance(1) + instance(2)
    ),
    "abstract numberings count by themselves": Case(
        "1.\t文\n1.\t文\n2.\t文",
        item("文") + item("文", of=2) + item("文"),
        abstract(0, *THREE) + abstract(1, *THREE) + instance(1, 0) + instance(2, 1),
    ),
    "startOverride restarts once, and the count goes on": Case(
        "1.\t文\n2.\t文\n5.\t文\n6.\t文\n7.\t文",
        item("文") * 2 + item("文", of=2) + item("文") + item("文", of=2),
        abstract(0, *THREE) + instance(1) + instance(2, l0='<w:startOverride w:val="5"/>'),
    ),
    "startOverride at two levels": Case(
        "1.\t文\n1.1\t文\n1.\t文\n1.1\t文\n1.2\t文",
        item("文") + item("文", 1) + item("文", 0, 2) + item("文", 1, 2) * 2,
        abstract(0, *THREE) + instance(1) + instance(2, l0=RESTART, l1=RESTART),
    ),
    "startOverride of a lower level first": Case(
        "1.\t文\n1.1\t文\n1.2\t文\n1.1\t文\n2.\t文",
        item("文") + item("文", 1) * 2 + item("文", 1, 2) + item("文", 0, 2),
        abstract(0, *THREE) + instance(1) + instance(2, l0=RESTART, l1=RESTART),
    ),
    "startOverride holds whenever its level restarts": Case(
        "1.\t文\n1.4\t文\n2.\t文\n2.4\t文",
        walk(0, 1, 0, 1),
        abstract(0, *THREE) + instance(1, l1='<w:startOverride w:val="4"/>'),
        not_libreoffice="17.9.27: the value is used whenever the level restarts; it begins again at the level's own start",
    ),
    "a level is replaced and the count goes on": Case(
        "1.\t文\n（二）\t文\n（三）\t文\n4.\t文",
        item("文") + item("文", of=2) * 2 + item("文"),
        abstract(0, *THREE) + instance(1) + instance(2, l0=level(0, "（%1）", "chineseCounting", 9)),
    ),
    "a level is replaced and restarts": Case(
        "1.\t文\n（七）\t文\n（八）\t文",
        item("文") + item("文", of=2) * 2,
        abstract(0, *THREE)
        + instance(1)
        + instance(2, l0='<w:startOverride w:val="7"/>' + level(0, "（%1）", "chineseCounting")),
    ),
    "lvlRestart 0 never restarts": Case(
        "1.\t文\na)\t文\n2.\t文\nb)\t文",
        walk(0, 1, 0, 1),
        one(level(0, "%1."), level(1, "%2)", "lowerLetter", more='<w:lvlRestart w:val="0"/>')),
        not_libreoffice="17.9.10: lvlRestart; it restarts every level",
    ),
    "lvlRestart 1 restarts after the first level only": Case(
        "1.\t文\n1)\t文\n[1]\t文\n2)\t文\n[2]\t文\n2.\t文\n1)\t文\n[1]\t文",
        walk(0, 1, 2, 1, 2, 0, 1, 2),
        one(level(0, "%1."), level(1, "%2)"), level(2, "[%3]", more='<w:lvlRestart w:val="1"/>')),
        not_libreoffice="17.9.10: lvlRestart; it restarts every level",
    ),
    "isLgl writes all levels in digits": Case(
        "一、\t文\n一.I\t文\n1.1.1\t文",
        walk(0, 1, 2),
        one(
            level(0, "%1、", "chineseCounting"),
            level(1, "%1.%2", "upperRoman"),
            level(2, "%1.%2.%3", "lowerLetter", more="<w:isLgl/>"),
        ),
        not_libreoffice="17.9.4: isLgl; it keeps each level's format",
    ),
    "a label does not show levels below its own": Case(
        "1-\t文\n2-\t文",
        walk(0, 0),
        one(level(0, "%1-%2"), level(1, "%2")),
        not_libreoffice="17.9.11: a lower level is ignored; it writes the placeholder",
    ),
    "suff tab, space and nothing": Case(
        "1.\t文\n(1) 文\n第1条文",
        item("文", of=1) + item("文", of=2) + item("文", of=3),
        abstract(0, level(0, "%1."))
        + abstract(1, level(0, "(%1)", more='<w:suff w:val="space"/>'))
        + abstract(2, level(0, "第%1条", more='<w:suff w:val="nothing"/>'))
        + "".join(instance(n + 1, n) for n in range(3)),
    ),
    "numId 0 switches off": Case("1.\t文\n文\n2.\t文", item("文") + item("文", of=0) + item("文"), one(*THREE)),
    "a list that does not exist": Case("1.\t文\n文\n2.\t文", item("文") + item("文", of=7) + item("文"), one(*THREE)),
    "words without a number": Case("注：\t文\n注：\t文", walk(0, 0), one(level(0, "注：", "none"))),
    "an empty label": Case("文\n文", walk(0, 0), one(level(0, ""))),
    "numbers of a level without format are left out": Case(
        "条\t文\n1\t文", walk(0, 1), one(level(0, "条", "none"), level(1, "%1%2"))
    ),
    "numbering of a style": Case("1.\t文\n2.\t文", styled("h1") * 2, one(*THREE), HEADINGS),
    "the level of a style based on a numbered style": Case(
        "1.\t文\n1.1\t文\n1.2\t文\n2.\t文", styled("h1") + styled("h2") * 2 + styled("h1"), one(*THREE), HEADINGS
    ),
    "a level linked with a style": Case(
        "1.\t文\n1.1\t文\n2.\t文",
        styled("h1") + styled("h2") + styled("h1"),
        one(level(0, "%1.", more='<w:pStyle w:val="h1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="h2"/>')),
        style("h1", f"<w:pPr>{numbered()}</w:pPr>")
        + style("h2", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>', "h1"),
    ),
    "a link goes before the level that the style writes": Case(
        "1.\t文\n1.1\t文",
        styled("h1") + styled("h2"),
        one(level(0, "%1.", more='<w:pStyle w:val="h1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="h2"/>')),
        style("h1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("h2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        not_libreoffice="17.9.23: the level is the one linked with the style; it takes the first",
    ),
    "a style of a style takes over its numbering": Case(
        "1.\t文\n2.\t文", styled("h1") + styled("own"), one(*THREE), HEADINGS + style("own", based_on="h1")
    ),
    "a style based on a numbered style switches off": Case(
        "1.\t文\n文\n2.\t文",
        styled("h1") + styled("off") + styled("h1"),
        one(*THREE),
        HEADINGS + style("off", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', "h1"),
    ),
    "a paragraph switches its style's numbering off": Case(
        "1.\t文\n文\n2.\t文",
        styled("h1") + item("文", of=0, more='<w:pStyle w:val="h1"/>') + styled("h1"),
        one(*THREE),
        HEADINGS,
    ),
    "a paragraph moves to another level of its style's list": Case(
        "1.\t文\n1.1\t文", styled("h1") + p("文", properties='<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        one(*THREE), HEADINGS,
    ),
    "numStyleLink leads to the list of a numbering style": Case(
        "1）\t文\n2）\t文",
        item("文", of=2) * 2,
        abstract(0, level(0, "%1）"), more='<w:styleLink w:val="ls"/>')
        + abstract(1, more='<w:numStyleLink w:val="ls"/>')
        + instance(1, 0)
        + instance(2, 1),
        style("ls", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"),
    ),
    "lists that lead to one numbering style share the count": Case(
        "1）\t文\n2）\t文\n3）\t文",
        item("文", of=1) + item("文", of=2) + item("文", of=3),
        abstract(0, level(0, "%1）"), more='<w:styleLink w:val="ls"/>')
        + "".join(abstract(n, more='<w:numStyleLink w:val="ls"/>') for n in (1, 2))
        + "".join(instance(n + 1, n) for n in range(3)),
        style("ls", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering"),
    ),
    "numbering of the default style": Case(
        "1.\t文\n2.\t文", p("文") * 2, one(*THREE), style("n", f"<w:pPr>{numbered()}</w:pPr>", default=True)
    ),
    "a link alone numbers nothing": Case(
        "文", styled("h1"), one(level(0, "%1.", more='<w:pStyle w:val="h1"/>')), style("h1")
    ),
    "a missing ilvl is the first level": Case(
        "1.\t文", p("文", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), one(*THREE)
    ),
    "a level of bullets restarts the one below": Case(
        "•\t文\n1.\t文\n•\t文\n1.\t文", walk(0, 1, 0, 1), one(level(0, "•", "bullet"), level(1, "%2."))
    ),
    "a paragraph whose number is replaced by nothing still counts": Case(
        "1.\t文\n文\n3.\t文",
        item("文") + item("文", of=2) + item("文"),
        abstract(0, *THREE) + instance(1) + instance(2, l0=level(0, "", "none")),
    ),
    "content controls": Case(
        "1.\t文\n2.\t文", f"<w:sdt><w:sdtContent>{item('文')}</w:sdtContent></w:sdt>{item('文')}", one(*THREE)
    ),
    "tables count row by row": Case(
        "1.\t甲\n2.\t乙\n3.\t丙\n4.\t丁\n5.\t文",
        table([("", item("甲")), ("", item("乙"))], [("", item("丙")), ("", item("丁"))]) + item("文"),
        one(*THREE),
    ),
    "a cell under a merged one has no number": Case(
        "1.\t甲\n乙\n\n丙\n2.\t丁\n戊",
        table(
            [('<w:vMerge w:val="restart"/>', item("甲")), ("", p("乙"))],
            [("<w:vMerge/>", item("")), ("", p("丙"))],
            [("", item("丁")), ("", p("戊"))],
        ),
        one(*THREE),
        not_libreoffice="the covered cell is not shown; it counts it",
    ),
    "a deleted paragraph does not count": Case(
        "1.\t甲\n2.\t丙", item("甲") + item(DELETION, mark=DELETED) + item("丙"), one(*THREE), not_libreoffice=SHOWS_HIDDEN
    ),
    "a paragraph whose mark is deleted takes up the next": Case(
        "1.\t甲\n2.\t乙丙\n3.\t丁",
        item("甲") + item("乙", mark=DELETED) + item("丙") + item("丁"),
        one(*THREE),
        not_libreoffice=SHOWS_HIDDEN,
    ),
    "an inserted paragraph counts": Case(
        "1.\t甲\n2.\t乙\n3.\t丙",
        item("甲") + item("乙", mark='<w:ins w:id="1" w:author="甲"/>') + item("丙"),
        one(*THREE),
    ),
    "a hidden paragraph does not count": Case(
        "1.\t甲\n\n2.\t丙", item("甲") + item(HIDDEN, mark="<w:vanish/>") + item("丙"), one(*THREE), not_libreoffice=SHOWS_HIDDEN
    ),
    "a hidden number counts and is not shown": Case(
        "1.\t甲\n乙\n1.2\t丙",
        item("甲") + item("乙", 1) + item("丙", 1, 2),
        abstract(0, level(0, "%1."), level(1, "%1.%2", run="<w:vanish/>"))
        + instance(1)
        + instance(2, l1=level(1, "%1.%2")),
        not_libreoffice=SHOWS_HIDDEN,
    ),
    "an empty paragraph that only ends a section has none": Case(
        "1.\t甲\n\n2.\t乙",
        item("甲") + p(properties=numbered() + "<w:sectPr/>") + item("乙"),
        one(*THREE),
        not_libreoffice="it leaves the paragraph out, with its number",
    ),
    "Symbol's bullet": Case("•\t文\n•\t文", walk(0, 0), one(level(0, "\uf0b7", "bullet", run=SYMBOL))),
    "bullets of Wingdings": Case(
        "●\t文\n➢\t文\n✓\t文\n•\t文",
        walk(0, 1, 2, 3),
        one(*(level(n, c, "bullet", run=WINGDINGS) for n, c in enumerate("l\uf0d8ü\uf04a"))),
        not_libreoffice=OWN_BULLETS,
    ),
    "bullets of any font": Case(
        "o\t文\n–\t文\n•\t文", walk(0, 1, 2), one(*(level(n, c, "bullet") for n, c in enumerate("o–\ue000"))),
        not_libreoffice=OWN_BULLETS,
    ),
    "a picture as bullet": Case(
        "•\t文",
        walk(0),
        '<w:numPicBullet w:numPicBulletId="0"/>' + one(level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>')),
    ),
    "bullets under numbers": Case(
        "1.\t文\n•\t文\n2.\t文", walk(0, 1, 0), one(level(0, "%1."), level(1, "•", "bullet")), not_libreoffice=OWN_BULLETS
    ),
    "decimal": formats("decimal", "1 2 10 11"),
    "decimalZero": formats("decimalZero", "01 02 10 11"),
    "upperRoman": formats("upperRoman", "I IV IX XL", numbers=(1, 4, 9, 40)),
    "lowerRoman": formats("lowerRoman", "i iv ix cdxciv", numbers=(1, 4, 9, 494)),
    "upperLetter": formats("upperLetter", "A Z AA BB AAA", numbers=(1, 26, 27, 28, 53)),
    "lowerLetter": formats("lowerLetter", "a z aa bb aaa", numbers=(1, 26, 27, 28, 53)),
    "ordinal": formats("ordinal", "1st 2nd 3rd 11th 21st", "it writes the ordinals of the language of the draft", numbers=(1, 2, 3, 11, 21)),
    "decimalEnclosedCircle": formats("decimalEnclosedCircle", "① ② ⑩ ⑳ 53", numbers=(1, 2, 10, 20, 53)),
    "chineseCounting": formats("chineseCounting", "一 十 十一 二十 九十九", numbers=(1, 10, 11, 20, 99)),
    "chineseCounting from a hundred": formats(
        "chineseCounting", "一○○ 一一○", "[MS-DOCX] 2.4: 一, 十, 一○○; it writes 一百", numbers=(100, 110)
    ),
    "chineseCountingThousand": formats(
        "chineseCountingThousand", "一 十 十六 二十 一百 一百零六 一百一十 一千", numbers=(1, 10, 16, 20, 100, 106, 110, 1000)
    ),
    "chineseLegalSimplified": formats("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 壹佰零壹", numbers=(1, 2, 10, 11, 101)),
    "ideographLegalTraditional": formats("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹"),
    "ideographDigital": formats("ideographDigital", "一 九", numbers=(1, 9)),
    "ideographDigital from ten": formats(
        "ideographDigital", "一〇 一一 二〇", "[MS-DOCX] 2.4: 一, 一〇, 一〇〇; it writes 十", numbers=(10, 11, 20)
    ),
    "ideographTraditional": formats("ideographTraditional", "甲 乙 癸 11"),
    "ideographZodiac": formats("ideographZodiac", "子 丑 亥 13", numbers=(1, 2, 12, 13)),
    "ideographZodiacTraditional": formats("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌", NO_EAST_ASIAN),
    "taiwaneseCounting": formats("taiwaneseCounting", "一 十 十一 二十", numbers=(1, 10, 11, 20)),
    "japaneseCounting": formats("japaneseCounting", "一 十 十一 二十", numbers=(1, 10, 11, 20)),
    "japaneseCounting from a hundred": formats(
        "japaneseCounting", "百 百一 千", "17.18.59: no one before 百; it writes 一百", numbers=(100, 101, 1000)
    ),
    "ideographEnclosedCircle": formats(
        "ideographEnclosedCircle", "㈠ ㈡ ㈩ 11", "[MS-OI29500] 2.1.540: Word writes ㈠; it writes ①"
    ),
    "decimalEnclosedParen": formats("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾", NO_EAST_ASIAN),
    "decimalEnclosedFullstop": formats("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒", NO_EAST_ASIAN),
    "decimalFullWidth": formats("decimalFullWidth", "１ ２ １０ １１"),
    "an unknown format is written in digits": formats("koreanLegal2", "1 2 10 11"),
    "numberInDash": Case("- 1 -\t文", walk(0), one(level(0, "%1", "numberInDash")), not_libreoffice=NO_EAST_ASIAN),
    "a custom format with zeros": Case("001\t文", walk(0), one(level(0, "%1", custom("001, 002, 003, ...", "decimal")))),
    "another custom format falls back": Case(
        "I\t文", walk(0), one(level(0, "%1", custom("?, ??, ???, ...", "upperRoman"))),
        not_libreoffice="it does not read the fallback",
    ),
}  # fmt: skip
AGREED = [name for name, case in CASES.items() if not case.not_libreoffice]


def file_of(case):
    parts = {"numbering": case.numbering} | ({"styles": case.styles} if case.styles else {})
    return word_file(case.body, **parts)


def lines(data):
    return read_stream(BytesIO(data)).text


@pytest.mark.parametrize("name", CASES)
def test_labels_are_those_that_word_makes(name):
    assert lines(file_of(CASES[name])) == CASES[name].lines


@pytest.fixture(scope="module")
def exported(soffice, tmp_path_factory):
    """The agreed cases as LibreOffice exports their text, in one run."""
    out = tmp_path_factory.mktemp("exported")
    paths = []
    for number, name in enumerate(AGREED):
        paths.append(out / f"{number}.docx")
        paths[-1].write_bytes(file_of(CASES[name]))
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", out, *paths]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    return {name: (out / f"{n}.txt").read_text(encoding="utf-8-sig") for n, name in enumerate(AGREED)}


@pytest.mark.parametrize("name", AGREED)
def test_labels_are_those_that_libreoffice_shows(exported, name):
    theirs = ["".join(line.split()) for line in exported[name].splitlines()]
    assert theirs == ["".join(line.split()) for line in CASES[name].lines.splitlines()]
