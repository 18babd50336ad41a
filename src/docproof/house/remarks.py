"""Rules on the directives themselves: on what a draft asks docproof to leave alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docproof.engine import Example, Rule, RuleSet
from docproof.engine.face import is_named
from docproof.house.nearest import nearest, rule_names
from docproof.house.switches import Switches
from docproof.model import Directive, Draft, Finding, Gate, Severity, Source, Span, Verb
from docproof.model.finding import finding_key

# The language gate reads the text as it is typed, and a directive is typed into it; a hint changes no verdict.
UNKNOWN = Rule(
    "ignores.unknown",
    Gate.LANGUAGE,
    Severity.HINT,
    "忽略指令看不懂，或所写的规则不存在，不起作用",
    Source("docproof 设置说明", "文稿里的忽略指令"),
    None,
    (Example.parse("⟦<!-- docproof: off punctuation.clsh -->⟧"), Example.parse("⟦<!-- docproof: close -->⟧")),
    (Example.parse("<!-- docproof: on punctuation.clash -->"),),
    "文本中写 <!-- docproof: off 规则, 规则 理由 -->，到 <!-- docproof: on --> 为止；Word 中加批注 docproof: off 规则。",
)
UNUSED = Rule(
    "ignores.unused",
    Gate.LANGUAGE,
    Severity.HINT,
    "忽略指令没有用上，可以删去",
    Source("docproof 设置说明", "文稿里的忽略指令"),
    None,
    (Example.parse("⟦<!-- docproof: off punctuation.clash -->⟧各地要抓好落实。"),),
    (Example.parse("<!-- docproof: off confusable -->各地要布署。"),),
    "所写的规则在指令管到的文字里没有发现问题；用 --gate、--rule 只查一部分时不提。",
)
REMARKS = (UNKNOWN, UNUSED)


def remarks(draft: Draft, rules: RuleSet, switches: Switches) -> Iterator[Finding]:
    """What is to be said of the draft's directives, once the findings have gone through the switches."""
    keys: Counter[str] = Counter()
    for directive in draft.directives:
        said = [(UNKNOWN, words) for words in _unknown(directive, rules)]
        if directive.verb is Verb.OFF:
            said += [(UNUSED, words) for words in _unused(directive, rules, switches)]
        for face, words in said:
            if face.id in rules.rules:
                yield _finding(rules.rules[face.id], words, directive, draft, keys)


def _unknown(directive: Directive, rules: RuleSet) -> Iterator[str]:
    if directive.verb is Verb.UNKNOWN:
        yield "忽略指令看不懂，应写作 docproof: off 规则，或 docproof: on"
    elif directive.verb is Verb.ON and directive.reach is not None:
        yield "批注里的 docproof: on 不起作用：批注只管到所批的文字，删去原来的批注即可"
    for name in directive.rules:
        if not _known(name, rules):
            yield f"忽略指令不起作用：没有名为 {name} 的规则{nearest(name, rule_names(rules.known))}"


def _unused(directive: Directive, rules: RuleSet, switches: Switches) -> Iterator[str]:
    """The names, all of whose rules have run, that left nothing alone."""
    for name in directive.rules or ("",):
        ran = not rules.narrowed if not name else _known(name, rules) and _all_ran(name, rules)
        if ran and not switches.was_used(directive, name):
            yield f"忽略指令没有用上：{f'没有 {name} 的问题' if name else '没有问题'}可忽略，可以删去"


def _known(name: str, rules: RuleSet) -> bool:
    return any(is_named(i, name) for i in rules.known)


def _all_ran(name: str, rules: RuleSet) -> bool:
    return all(i in rules.rules for i in rules.known if is_named(i, name))


def _finding(face: Rule, message: str, directive: Directive, draft: Draft, keys: Counter[str]) -> Finding:
    """A Word comment has no place in the text: what is said of it stands before the words it is anchored to."""
    span = directive.span if directive.reach is None else Span(directive.span.start, directive.span.start)
    since = draft.document.generated_until(span.start)
    keys[key := finding_key(face.id, draft.text, span, since=since)] += 1
    if keys[key] > 1:
        key = finding_key(face.id, draft.text, span, keys[key], since)
    return Finding(face.id, face.gate, face.severity, message, face.source, span, span.of(draft.text), key=key)
