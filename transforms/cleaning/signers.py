"""Author names out of removed signature lines: biographies, contacts, "… contributed to this report"."""

import re
from collections.abc import Iterator

from transforms.cleaning.authors import clean_name

_PART = r"(?:[A-ZÀ-Þ][\w'’]*(?:-[\w'’]+)*\.?)"
_PARTICLE = r"(?: (?:de|van|von|der|al|bin|la|del|di|da)){0,2}"
_NAME = rf"(?:(?:Rev|Dr|Sen|Rep|Gov|Prof)\. )?{_PART}{_PARTICLE}(?: {_PART}){{1,3}}"
# "Follow Ann Lee on Twitter", "Contact Ann Lee at …", "Write to Ann Lee at … and Ben Okafor at …"
_ADDRESSED = re.compile(
    rf"(?i:\b(?:follow|contact|e-?mail|reach|write to|and|tweet)) (?P<name>{_NAME}) (?:at|on|via)\b"
)
# "Ann Lee can be reached at …", "Ann Lee is on Twitter …", "Ann Lee’s email address is …", "Ann Lee: 303-…"
_REACHED = re.compile(
    rf"(?P<name>{_NAME})(?:,? (?:can|may) be (?:reached|contacted|followed)| is on Twitter|['’]s e-?mail|"
    r": [0-9(])"
)
# "— Ann Lee is a columnist", "Editor’s note: Ann Lee, a lawyer, is …", "Ann Lee (@lee) lives in …"
_DESCRIBED = re.compile(
    rf"(?:^|(?<=[.!?:] )|(?<=[—–•*-] ))(?P<name>{_NAME})(?: \(@\w+\))?(?:, [^.]{{3,80}},)?,? "
    rf"(?:is|was|serves|lives|writes|covers|teaches|holds|works|reports|hosts)\b"
)
# "This article by Ann Lee", "written by Ann Lee", "To find out more about Ann Lee and Ben Okafor"
_NAMED = re.compile(
    rf"(?<![Ee]diting )(?<![Ee]dited )\b(?:by|more about) (?P<name>{_NAME})(?: and (?P<second>{_NAME}))?"
)
_HELPED = re.compile(r"\b(?:also )?(?:contributed|reported from|assisted|compiled)\b", re.IGNORECASE)
_CHUNK = re.compile(r"\s*(?:[,;&]|\band\b|\bwith\b)\s*")
_PLACE = re.compile(r"\s+(?:in|from|of|at)\s.*$")
_BEFORE_NAME = re.compile(
    r"^.*(?:\b(?:writers?|writes|reporters?|correspondents?|editors?|producers?|researchers?|staff|note:)|"
    r"['’]s?(?=\s))\s+",
    re.IGNORECASE,
)
_LONGEST = 1_500


def signers(text: str) -> Iterator[str]:
    """Names of people that a signature line gives, in order of the forms; repetitions are possible.

    >>> list(signers("Associated Press writers Ann Lee in Oslo and Ben Okafor contributed to this report."))
    ['Ann Lee', 'Ben Okafor']
    >>> list(signers("Follow Ann Lee on Twitter."))
    ['Ann Lee']
    >>> list(signers("— Ann Lee is a columnist. Ben Okafor is a lawyer in Lagos."))
    ['Ann Lee', 'Ben Okafor']
    """
    text = text[:_LONGEST]
    helped = _HELPED.search(text)
    if helped:
        yield from filter(None, map(_helper, _CHUNK.split(text[: helped.start()])))
        return
    for pattern in (_ADDRESSED, _REACHED, _DESCRIBED, _NAMED):
        for match in pattern.finditer(text):
            for found in match.groupdict().values():
                name = clean_name(found) if found else None
                if name:
                    yield name


def _helper(chunk: str) -> str | None:
    """The name in "Associated Press writer Ann Lee in Oslo"."""
    return clean_name(_BEFORE_NAME.sub("", _PLACE.sub("", chunk.strip(" \t-—–•*"))))
