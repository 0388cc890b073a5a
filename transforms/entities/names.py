"""How names compare: one normal form, and the stable identity of an entity."""

import hashlib
import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "&": " and ",
    }
)
_JOINED = frozenset(".'’‘`´ʼʻ")
_ID_LENGTH = 16
_INITIALS = re.compile(r"\b[a-z](?: [a-z])+\b")


def normalise_name(name: str) -> str:
    """Return the form in which two spellings of one name are equal: no case, accents or punctuation.

    Points and apostrophes vanish, other punctuation becomes a space, initials stand together ("J. P." is
    "J.P."), scripts are left as they are.

    >>> normalise_name("Côte d’Ivoire"), normalise_name("U.S."), normalise_name("WLadimir  Putin")
    ('cote divoire', 'us', 'wladimir putin')
    >>> normalise_name("Erdoğan") == normalise_name("ERDOGAN")
    True
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = name.casefold().translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    kept = (c if c.isalnum() else " " for c in plain if c not in _JOINED)
    return _INITIALS.sub(lambda found: found[0].replace(" ", ""), " ".join("".join(kept).split()))


def entity_id(label: str, name: str, country_code: str | None = None) -> str:
    """Return the id of an entity, the same on every machine and in every run.

    It depends on the label, the normalised name and the country, so that Georgia in the Caucasus and Georgia
    in America are two entities and "ANGELA MERKEL" is "Angela Merkel". A name of punctuation only counts as
    it stands.

    >>> entity_id("PERSON", "Angela Merkel") == entity_id("PERSON", "ANGELA MERKEL")
    True
    >>> entity_id("GPE", "Georgia", "US") == entity_id("GPE", "Georgia", "GE")
    False
    """
    key = "\x1f".join((label, normalise_name(name) or name, country_code or ""))
    return hashlib.sha256(key.encode()).hexdigest()[:_ID_LENGTH]
