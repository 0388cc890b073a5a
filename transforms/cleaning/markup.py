"""Markup that survived extraction: tags, comments, scripts, short codes, rules, bare links."""

import re
from collections.abc import Iterator

from transforms.cleaning.document import Document, Line, Span
from transforms.codes import EditKind

_NAMES = (
    "a|abbr|amp-[a-z]+|article|aside|audio|b|blockquote|br|button|center|cite|code|del|div|em|embed|figcaption|figure|"
    "font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|link|main|meta|nav|noscript|object|ol|p|param|"
    "path|picture|pre|q|s|script|section|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video"
)
# "<a href=…>", "</p>", "<!-- … -->", "<!–" (a comment whose dashes became typographic), "//–>", "/* ]]> */"
_TAG = re.compile(
    rf"</?(?:{_NAMES})(?:\s[^<>]{{0,1000}})?/?>|<!(?:--[^<>]{{0,1000}}-->|--|–|\[CDATA\[)|"
    r"//\s?(?:-->|–>)|/\* ?(?:<!\[CDATA\[|\]\]>) ?\*/",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"<(script|style)\b[^<>]{0,500}>", re.IGNORECASE)
# "[caption id=… align=…]", "[/caption]", "[embed]", "[gallery ids=…]", "#related#", "{{ ad }}", "zp8497586rq"
_CODE = re.compile(
    r"\[/?(?:caption|embed|gallery|youtube|video|audio|tweet|image|img|photo|iframe|vc_\w+|et_pb_\w+|fusion_\w+|"
    r"sc name|wp_ad_camp_\d+|pullquote|blockquote|divider|ad|promo|newsletter)(?:[ =:][^\[\]\n]{0,400})?\]"
    r"|#related#|\{\{[^{}\n]{1,80}\}\}|\bzp[0-9]{5,12}rq\b",
    re.IGNORECASE,
)
_RULE_LINE = re.compile(r"[_*=~–—•·.#-]{3,}|[•·*|]|_{2,}|(?:\* ?){3,}|\.$")
_LINK_LINE = re.compile(r"(?:https?://|www\.)\S{4,}", re.IGNORECASE)
_TWEET_LINK = re.compile(r"(?:https?://t\.co/\w{4,12}|pic\.twitter\.com/\w{4,12})(?=[\s).,]|$)")
_SCRIPT_MARKS = re.compile(r"[{};=]|\(\)|=>|\]\]|\bvar\b|\bfunction\b|&&|\|\|")
_SCRIPT_LEAST = 6
_SCRIPT_SHARE = 0.04
"""Marks per character from which a line is code."""
_LONGEST_TEST = 4_000


def markup(document: Document) -> Iterator[Span]:
    """Tags and codes inside lines; lines that are only a rule, a link or a script."""
    text = document.text
    if "<" in text or "//" in text or "*/" in text:
        yield from _hidden(text)
        yield from _matches(_TAG, text, "markup.tag", 0.98)
    if "[" in text or "#r" in text or "{{" in text or "zp" in text:
        yield from _matches(_CODE, text, "markup.code", 0.98)
    if "t.co/" in text or "pic.twitter" in text:
        yield from _matches(_TWEET_LINK, text, "markup.tweet_link", 0.97)
    for line in document.lines:
        rule = _line_rule(line)
        if rule and not (rule == "markup.link_line" and _introduced(document, line)):
            yield Span(EditKind.MARKUP, line.start, line.end, rule, 0.97)


def _matches(pattern: re.Pattern[str], text: str, rule: str, confidence: float) -> Iterator[Span]:
    for match in pattern.finditer(text):
        yield Span(EditKind.MARKUP, match.start(), match.end(), rule, confidence)


def _hidden(text: str) -> Iterator[Span]:
    """What stands between <script> or <style> and its end."""
    end = 0
    for match in _HIDDEN.finditer(text):
        if match.start() < end:
            continue
        close = text.find(f"</{match[1]}", match.end())
        if close >= 0:
            end = close
            yield Span(EditKind.MARKUP, match.start(), close, "markup.script", 0.98)
        else:
            return


def _introduced(document: Document, line: Line) -> bool:
    """Whether the author's own text leads to a list of links: "Please see:"."""
    before = document.neighbour(line, -1)
    while before and before.words == 1 and _LINK_LINE.fullmatch(before.text):
        before = document.neighbour(before, -1)
    return before is not None and before.text.endswith(":")


def _line_rule(line: Line) -> str | None:
    text = line.text
    if line.words <= _SCRIPT_LEAST and not text[0].isalnum() and _RULE_LINE.fullmatch(text) and text != "...":
        return "markup.rule_line"
    if line.words == 1 and _LINK_LINE.fullmatch(text):
        return "markup.link_line"
    if ("{" in text or (";" in text and "=" in text)) and len(text) <= _LONGEST_TEST:
        marks = len(_SCRIPT_MARKS.findall(text))
        if marks >= _SCRIPT_LEAST and marks >= _SCRIPT_SHARE * len(text) and ("(" in text or "{" in text):
            return "markup.script_line"
    return None
