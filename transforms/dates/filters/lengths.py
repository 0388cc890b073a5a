"""Which units of time are lengths and dates, and which are ages, idioms or fractions."""

from typing import Final

from transforms.dates.filters.around import Around, words

_AGE_AFTER: Final = words(r"[\s-]*(?:olds?\b|of[ ]age\b)")  # "60 years old"
_AGE_BEFORE: Final = words(r"\b(?:aged?|ages)\s+$")
_REAL_SECONDS: Final = ("a split", "one second", "one quarter")


def no_age(around: Around) -> bool:
    """A length of time, not an age ("a 12-year-old", "aged 30 years") and not "a second"."""
    if around.precedes(_AGE_AFTER) or around.follows(_AGE_BEFORE):
        return False
    text = around.text.lower()
    if text.endswith(("second", "quarter")) and not (text[0].isdigit() or text.startswith("half")):
        return text.startswith(_REAL_SECONDS)
    return True


_MODAL: Final = words(r"\b(?:will|to|could|would|can|might|may|ll|and)\s$")
_BECOME: Final = words(r"\s(?:become|be)\b")


def count(around: Around) -> bool:
    """A counted length, not the fraction "three quarters of" or the idiom "will one day"."""
    text = around.text.lower()
    if text.endswith("quarters") and around.after.startswith(" of"):
        return False
    if text == "one day":
        return not around.follows(_MODAL) and not around.precedes(_BECOME)
    return no_age(around)


def quantified(around: Around) -> bool:
    """Keep "more than a year", not the fraction "about a quarter"."""
    return not around.text.lower().endswith("quarter") and no_age(around)


# "for a year", "5 million a year", "lasted a day"
_LENGTH_CUE: Final = words(
    r"""(?:\b(?:for|in|within|than|after|over|under|during|until|about|around|almost|nearly|roughly|least|most|took|takes?|taking
    |spent|spends?|spending|lasted|lasts?|lasting|been|every|once|twice|times|of|by|another|half|only|just|mere|to|cost
    |million|billion|thousand|hundred|dollars|euros|pounds|cents|hours?|days?|weeks?|people|jobs|barrels|tons
    |one|two|three|four|five|six|ten)|%|\d)\s$"""
)
_LENGTH_NEXT: Final = words(r"\s(?:or[ ](?:so|two|more)|after|before|from|later|earlier|and[ ]a[ ]half)\b")
_NOT_LENGTH_NEXT: Final = words(r"[\s-]+(?:old|care|school|job|trip|spa|laborer|trader|when|where|that)\b")


def a_unit(around: Around) -> bool:
    """Keep "a year" as a length or a rate, not "a day that changed them"."""
    if around.precedes(_NOT_LENGTH_NEXT):
        return False
    return " half" in around.text.lower() or around.follows(_LENGTH_CUE) or around.precedes(_LENGTH_NEXT)


# "for years", "after months", "days of"
_VAGUE_CUE: Final = words(
    r"""\b(?:for|in|within|after|over|by|took|takes?|taking|spent|spend|spending|lasted|lasts?|lasting
    |through(?:[ ]the)?|over[ ]the|in[ ]the|(?:all[ ])?(?:these|those)|during[ ]the|across[ ]the|just|only
    |and|or|waited|waiting|decades|years|months|weeks|days|hours|with|than|mere|of)[ ]$|(?:^|[.\n“"]\s?)$"""
)
_VAGUE_NEXT: Final = words(r"\s(?:of|ahead|after|before|to[ ]come|on[ ]end|since|leading|prior|following)\b")
_RARELY_VAGUE: Final = frozenset({"quarters", "nights", "weekends", "weekdays"})  # "living quarters"
_SHORT_UNITS: Final = frozenset({"minutes", "seconds"})
_OF_THE: Final = words(r"\sof[ ]the\b")
_HOURS_OF_DAY: Final = words(
    r"\b(?:morning|early|late|business|working|office|opening|evening|after|school|overnight|the|wee|small"
    r"|visiting)[ ]$"
)
_YEAR_NEXT: Final = words(r"\s\d{4}")  # "the years 1955-1957": the years speak for themselves


def vague(around: Around) -> bool:
    """Units without a number ("for years"), only where the words around make them a length."""
    word = around.text.lower()
    if word in _RARELY_VAGUE:
        return False
    if word in _SHORT_UNITS:
        return not around.precedes(_OF_THE)
    if word == "hours" and around.follows(_HOURS_OF_DAY):
        return False
    if word == "years" and around.precedes(_YEAR_NEXT):
        return False
    return (around.follows(_VAGUE_CUE) or around.precedes(_VAGUE_NEXT)) and no_age(around)


_RARE_UNITS: Final = ("quarter", "century", "month")
_RARE_UNIT_CUE: Final = words(r"\b(?:in|for|of|during|over)\s$")
_CLAUSE_NEXT: Final = words(
    r"\s(?:when|that|he|she|they|we|the|a|I|it|you|his|in[ ]which|my)\b"
)  # "the day he died"
_AWARD: Final = words(  # "player of the year", "save the day", "Man of the Year"
    r"""\b(?:man|woman|person|player|team|song|game|goal|photo|car|word|book|one)[ ]of[ ]$
    |\b(?:by|save|seize|carry|carried|saved|won|of)[ ]$"""
)


def the_unit(around: Around) -> bool:
    """Keep "the year", "the weekend" as a date, not "the day that" or "player of the year"."""
    unit = around.text.lower().split()[-1]
    if unit.endswith(_RARE_UNITS) and not around.follows(_RARE_UNIT_CUE):
        return False
    if unit != "weekend" and around.precedes(_CLAUSE_NEXT):
        return False
    return not around.after.startswith("-") and not around.follows(_AWARD)


_PART_NEXT: Final = words(r"\s(?:sky|shift|before|after|when|that|of|air|out)\b|-")  # "the night sky"


def the_part(around: Around) -> bool:
    """Keep "the evening" as a time, not "the night sky"."""
    return around.before.lower().endswith("in ") or not around.precedes(_PART_NEXT)


_SOON_CUE: Final = words(
    r"\b(?:will|would|could|may|might|should|can|to|very|'ll|is|are|be|so)\s+(?:\w+\s+){0,2}$"
)
_SOON_NEXT: Final = words(r"\s(?:as|after|afterwards?|enough)\b|-")  # "as soon as", "soon after"
_SOON_BEFORE: Final = words(r"\b(?:as|too|how|no)\s$")
_END: Final = words(r"[.,!?;]")


def soon(around: Around) -> bool:
    """Keep "soon" of the future; in a story ("he soon left") it is only a sequence."""
    if around.text.lower() == "very soon":
        return True
    if around.precedes(_SOON_NEXT) or around.follows(_SOON_BEFORE):
        return False
    return around.follows(_SOON_CUE) or around.precedes(_END)


_PAST_NEXT: Final = words(
    r"\s(?:\w+\s(?:of|years?|months?|days?|weeks?|decades?)\b|\w+ing\b|(?-i:[A-Z]))"
)  # "the past couple of"


def past(around: Around) -> bool:
    """Keep "the past" itself, not a longer expression that it opens."""
    return not around.precedes(_PAST_NEXT)


_NOUN_NEXT: Final = words(r"\s\w+[ ]of\b")


def term(around: Around) -> bool:
    """Keep "the long term", not the adjective "the long-term"."""
    return "-" not in around.text and not around.precedes(_NOUN_NEXT)


_AT: Final = words(r"\b(?:at|for|of)\s$")


def moment(around: Around) -> bool:
    """Keep "at the moment", not "caught up in the moment" or "the moment he came"."""
    return not around.text.lower().endswith(" moment") or around.follows(_AT)
