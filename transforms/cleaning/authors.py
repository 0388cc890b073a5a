"""Names out of bylines: "By Dr. Ann Lee and BEN OKAFOR, Reuters" gives two authors and one agency."""

import re
from dataclasses import dataclass
from functools import cache

from transforms.cleaning.phrases import expand, read_table
from transforms.text import plain

NAME_WORDS = range(2, 6)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who a byline names."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    def data(self) -> tuple[tuple[str, str], ...]:
        """The names as span data."""
        return tuple(("author", name) for name in self.authors) + tuple(
            ("agency", name) for name in self.agencies
        )


_LEAD = re.compile(
    r"^\W*(?:(?:an? )?(?:words|text|story|reporting|report|written|posted|updated|authored|photographs?|"
    r"video|edited|compiled|article|column|commentary|analysis|review|interview|opinion) )?"
    r"(?:by(?=(?-i:[A-Z])|\b)|from\b|authors?:|author\b)[\s:]*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|&|\band\b|\bwith\b|\bund\b| - |\n)\s*", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|hon|judge|sen|senator|rep|"
    r"representative|gov|governor|"
    r"gen|col|capt|lt|president|former president|opinion columnist|columnist|correspondent|"
    r"reporter|editor)\.? +",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"\(.*?\)|\[.*?\]|@\S+|\S+@\S+|https?://\S+|www\.\S+|\bfollow\b.*$", re.IGNORECASE)


@cache
def _lexicon(role: str) -> frozenset[str]:
    return frozenset(row[0] for row in read_table("byline_words.tsv") if row[1] == role)


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(expand("<person>"))


def parse_byline(text: str) -> Credits:
    """Authors and agencies of a byline, without titles, roles, handles and contact data.

    >>> parse_byline("By Dr. Ann Lee and BEN OKAFOR, Reuters")
    Credits(authors=('Ann Lee', 'Ben Okafor'), agencies=('Reuters',))
    >>> parse_byline("By Tuesday")
    Credits(authors=(), agencies=())
    """
    bare = _HANDLE.sub(" ", _LEAD.sub("", _LEAD.sub("", plain(text), count=1), count=1))
    authors: list[str] = []
    agencies: list[str] = []
    for number, piece in enumerate(_SPLIT.split(bare)):
        name = piece.strip(" .:*'\"-_()[]")
        agency = agency_of(name)
        if number == 0 and not agency and clean_name(name) is None:
            break
        if agency:
            agencies.append(agency)
        elif (author := clean_name(name)) and author not in authors:
            authors.append(author)
        elif authors and name:
            _, found = _trailing_agency(name)
            agencies.extend([found] if found else [])
    return Credits(tuple(authors), tuple(dict.fromkeys(agencies)))


def _trailing_agency(text: str) -> tuple[str, str | None]:
    """Split "Ann Lee Associated Press" into name and agency."""
    lower = text.lower()
    if lower.endswith(_agency_endings()):
        agency = max((name for name in _lexicon("agency") if lower.endswith(" " + name)), key=len)
        return text[: -len(agency) - 1].strip(), text[-len(agency) :]
    return text, None


@cache
def _agency_endings() -> tuple[str, ...]:
    return tuple(f" {agency}" for agency in _lexicon("agency"))


def is_stop_word(word: str) -> bool:
    """Whether a word never is a person's name ("The", "Monday", "Staff")."""
    return word.lower() in _lexicon("stop")


def agency_of(text: str) -> str | None:
    """The text itself if it is the name of a news agency.

    >>> agency_of("Reuters"), agency_of("Ann Lee")
    ('Reuters', None)
    """
    return text if text.lower() in _lexicon("agency") else None


def clean_name(text: str) -> str | None:
    """A person's name without title and role, capitals put right; None if the text is no name.

    >>> clean_name("Sen. MARIA O'NEIL"), clean_name("Email The Author"), clean_name("Minutes Ago")
    ("Maria O'Neil", None, None)
    """
    name, _ = _trailing_agency(_TITLE.sub("", " ".join(text.split())))
    name = _without_role(name)
    words = name.split()
    if len(words) not in NAME_WORDS or any(char.isdigit() for char in name):
        return None
    if name.isupper():
        name = title_name(name)
    if any(word.lower().strip(".'") in _lexicon("stop") for word in words if len(word.strip(".")) > 1):
        return None
    return name if _name_pattern().fullmatch(plain(name)) else None


def _without_role(name: str) -> str:
    """Cut "Amy Stone Political Correspondent" behind the name."""
    words = name.split()
    lower = [word.lower().strip(".,") for word in words]
    for count in range(2, len(words)):
        if lower[count] in _lexicon("role_start"):
            return " ".join(words[:count])
    return name


def name_before_role(text: str) -> str | None:
    """The name of "Amy Stone Political Correspondent"; None unless all words behind the name name a role.

    >>> name_before_role("Amy Stone Political Correspondent"), name_before_role("Amy Stone Leaves Office")
    ('Amy Stone', None)
    """
    words = text.replace(",", " ").split()
    name = _without_role(" ".join(words))
    behind = words[len(name.split()) :]
    known = all(word.lower().strip(".") in _lexicon("role_start") for word in behind)
    return clean_name(name) if behind and known else None


def title_name(text: str) -> str:
    """Capitals to title case, as names are written.

    >>> title_name("MARY-ANN MCDONALD O'BRIEN DE LA CRUZ")
    "Mary-Ann McDonald O'Brien de la Cruz"
    """
    words = [_title_word(word) for word in text.split()]
    return " ".join(
        word.lower() if word.lower() in _PARTICLES and at else word for at, word in enumerate(words)
    )


_PARTICLES = frozenset(
    {"de", "da", "di", "del", "la", "le", "van", "von", "der", "den", "bin", "ibn", "al", "el", "y"}
)


def _title_word(word: str) -> str:
    word = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    word = re.sub(r"\b(Mc)([a-z])", lambda match: match[1] + match[2].upper(), word)
    return re.sub(r"(['’])S\b", r"\1s", word)


def is_name(text: str) -> bool:
    """Whether the text is one person's name and nothing else.

    >>> is_name("Ann Lee"), is_name("Rain fell"), is_name("The Harbour")
    (True, False, False)
    """
    return clean_name(text) is not None and clean_name(text) in {
        text,
        title_name(text) if text.isupper() else text,
    }


def names_only(text: str) -> tuple[str, ...]:
    """The names of a text that holds names and their titles alone; empty for any other text.

    >>> names_only("Sen. Ann Lee and Ben Okafor"), names_only("Ann Lee and rain")
    (('Ann Lee', 'Ben Okafor'), ())
    """
    pieces = re.split(r",? and |, ", text.strip())
    names = [clean_name(piece) if _TITLE.match(piece) or is_name(piece) else None for piece in pieces]
    return tuple(name for name in names if name) if all(names) else ()
