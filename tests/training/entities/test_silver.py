import spacy
from spacy.language import Language

from training.entities.corpus import Sample
from training.entities.silver import Text, label_texts


def teacher(**patterns: str) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": label, "pattern": name.replace("_", " ")} for name, label in patterns.items()]
    )
    return nlp


def label(text: str, *teachers: Language) -> Sample:
    return label_texts(teachers, [Text("1", "1", text)])[0]


def names(sample: Sample) -> list[tuple[str, str]]:
    return [(sample.text[start:end], label) for start, end, label in sample.spans]


def test_the_rules_of_the_package_decide_countries_and_demonyms() -> None:
    sample = label("Norway and the Norwegian fleet", teacher(Norway="ORG"))
    assert names(sample) == [("Norway", "GPE"), ("Norwegian", "NORP")]


def test_a_family_name_takes_the_label_of_the_full_name() -> None:
    sample = label("Ulla Brandt left. Brandt waved.", teacher(Ulla_Brandt="PERSON"))
    assert names(sample) == [("Ulla Brandt", "PERSON"), ("Brandt", "PERSON")]


def test_a_name_inside_a_longer_word_is_left_alone() -> None:
    sample = label("Ulla Brandt left Brandtville.", teacher(Ulla_Brandt="PERSON"))
    assert names(sample) == [("Ulla Brandt", "PERSON")]


def test_what_most_teachers_find_is_kept_and_what_half_of_them_find_is_unknown() -> None:
    sure, half = teacher(Kestrel="ORG", Skua="ORG"), teacher(Kestrel="ORG")
    sample = label("Later Kestrel met Skua", sure, sure, half, half)
    assert names(sample) == [("Kestrel", "ORG")]
    assert [sample.text[start:end] for start, end in sample.missing] == ["Skua"]


def test_what_one_teacher_of_four_finds_is_no_name() -> None:
    sample = label("Later Skua sailed", teacher(Skua="ORG"), *[teacher(Auk="ORG")] * 3)
    assert (sample.spans, sample.missing) == ((), ())


def test_texts_of_one_document_vote_together() -> None:
    texts = [Text(str(number), "doc", "The Harbour Board met.") for number in range(3)]
    samples = label_texts([teacher(Harbour_Board="ORG")], texts)
    assert all(sample.spans == ((4, 17, "ORG"),) for sample in samples)
