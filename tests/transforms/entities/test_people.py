"""Names of one person are found among those that share a key."""

from hypothesis import assume, given
from hypothesis import strategies as st

from transforms.entities.people import _keys, read_form, same_person

WORDS = st.sampled_from(
    ["Ann", "A.", "Lee", "Holt-Marsh", "van", "Jean", "Li", "Lima", "Jr.", "O’Dowd", "J. P."]
)
NAMES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)


@given(NAMES, NAMES)
def test_two_names_of_one_person_share_a_key(one: str, other: str) -> None:
    forms = read_form(one), read_form(other)
    assume(all(form.is_full for form in forms))
    if same_person(*forms):
        assert _keys(forms[0].tokens) & _keys(forms[1].tokens)
