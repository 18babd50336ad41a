"""Small Word files, written part by part."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def p(*runs, properties=""):
    """A paragraph of runs; a plain string becomes a run."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(map(run, runs))}</w:p>"


def run(words):
    """A run, unless it is XML already."""
    return words if words.startswith("<") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def level(number, text, kind="decimal", start=1, more="", run=""):
    """A level of a list; `more` goes before its text, `run` are the properties of its label."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    form = kind if kind.startswith("<") else f'<w:numFmt w:val="{kind}"/>'
    label = f'<w:lvlText w:val="{text}"/>{run and f"<w:rPr>{run}</w:rPr>"}'
    return f'<w:lvl w:ilvl="{number}">{begin}{form}{more}{label}</w:lvl>'


def abstract(number, *levels, more=""):
    """An abstract numbering."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def instance(number, of=0, **overrides):
    """A numbering instance; `overrides` are XML by level: l0, l1 …"""
    inner = "".join(f'<w:lvlOverride w:ilvl="{k[1:]}">{xml}</w:lvlOverride>' for k, xml in overrides.items())
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def numbered(level=0, of=1):
    """The paragraph properties that put a paragraph on a level of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'


def item(words, level=0, of=1, more="", mark=""):
    """A paragraph on a level of a list; `mark` are the properties of its paragraph mark."""
    properties = more + numbered(level, of) + (mark and f"<w:rPr>{mark}</w:rPr>")
    return p(words, properties=properties) if words else p(properties=properties)


def style(name, inner="", based_on="", kind="paragraph", default=False):
    """A style whose id is its name."""
    based = based_on and f'<w:basedOn w:val="{based_on}"/>'
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{first} w:styleId="{name}"><w:name w:val="{name}"/>{based}{inner}</w:style>'


def word_file(body, *, strict=False, prolog="", tail="", **parts):
    """The bytes of a .docx; `parts` are the inner XML of footnotes, styles, numbering, header …"""
    w, r = (STRICT, STRICT_R) if strict else (W, R)
    names = f'xmlns:w="{w}" xmlns:r="{r}" {MORE}'
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")], r),
        "word/document.xml": f"{prolog}<w:document {names}><w:body>{body}</w:body>{tail}</w:document>",
    }
    relations = []
    for n, (kind, xml) in enumerate(parts.items(), 1):
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {names}>{xml}</w:{root}>"
        relations.append((f"rId{n}", kind, f"{kind}.xml"))
    files["word/_rels/document.xml.rels"] = _relations(relations, r)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return out.getvalue()


def _content_types(parts):
    """What each part is; docproof does not ask, but Word and LibreOffice do."""
    main = f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
    others = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{TYPES}.{kind}+xml"/>' for kind in parts)
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{main}{others}</Types>'
    )


def _relations(rows, r):
    entries = "".join(f'<Relationship Id="{i}" Type="{r}/{kind}" Target="{target}"/>' for i, kind, target in rows)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
    )
