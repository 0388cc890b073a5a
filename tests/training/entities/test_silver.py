import spacy
from spacy.language import Language

from training.entities.corpus import Sample
from training.entities.silver import Text, label_texts, reconcile

LISTS = {"Norlandia": "GPE", "Norlandic": "NORP"}


def teacher(**patterns: str) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": label, "pattern": name.replace("_", " ")} for name, label in patterns.items()]
    )
    return nlp


def label(teacher: Language, text: str) -> Sample:
    return label_texts(teacher, [Text("1", "1", text)], LISTS)[0]


def names(sample: Sample) -> list[tuple[str, str]]:
    return [(sample.text[start:end], label) for start, end, label in sample.spans]


def test_lists_decide_countries_and_demonyms() -> None:
    sample = label(teacher(Norlandia="ORG"), "Norlandia and the Norlandic fleet")
    assert names(sample) == [("Norlandia", "GPE"), ("Norlandic", "NORP")]


def test_a_family_name_takes_the_label_of_the_full_name() -> None:
    sample = label(teacher(Ulla_Brandt="PERSON"), "Ulla Brandt left. Brandt waved.")
    assert names(sample) == [("Ulla Brandt", "PERSON"), ("Brandt", "PERSON")]


def test_a_name_inside_a_longer_word_is_left_alone() -> None:
    sample = label(teacher(Ulla_Brandt="PERSON"), "Ulla Brandt left Brandtville.")
    assert names(sample) == [("Ulla Brandt", "PERSON")]


def test_where_teachers_differ_nothing_is_known() -> None:
    text = "Kestrel sails to Oslo with Ulla"
    older = label(teacher(Kestrel="ORG", Oslo="GPE"), text)
    sample = reconcile(older, label(teacher(Kestrel="PRODUCT", Oslo="GPE", Ulla="PERSON"), text))
    assert names(sample) == [("Oslo", "GPE"), ("Ulla", "PERSON")]
    assert [text[start:end] for start, end in sample.missing] == ["Kestrel"]


def test_what_only_the_older_labels_have_is_unknown() -> None:
    older = label(teacher(Kestrel="ORG"), "Kestrel sails")
    assert reconcile(older, label(teacher(Ulla="PERSON"), "Kestrel sails")).missing == ((0, 7),)


def test_texts_of_one_document_vote_together() -> None:
    texts = [Text(str(number), "doc", "The Harbour Board met.") for number in range(3)]
    samples = label_texts(teacher(Harbour_Board="ORG"), texts, LISTS)
    assert all(sample.spans == ((4, 17, "ORG"),) for sample in samples)
