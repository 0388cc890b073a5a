import spacy
from spacy.language import Language

from training.entities.silver import Text, label_texts

LISTS = {"Norlandia": "GPE", "Norlandic": "NORP"}


def teacher(**patterns: str) -> Language:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": label, "pattern": name.replace("_", " ")} for name, label in patterns.items()]
    )
    return nlp


def labelled(*teachers: Language, text: str) -> tuple[list[tuple[str, str]], list[str]]:
    (sample,) = label_texts(teachers, [Text("1", "1", text)], LISTS)
    spans = [(sample.text[start:end], label) for start, end, label in sample.spans]
    return spans, [sample.text[start:end] for start, end in sample.missing]


def test_lists_decide_countries_and_demonyms() -> None:
    spans, _ = labelled(teacher(Norlandia="ORG"), text="Norlandia and the Norlandic fleet")
    assert spans == [("Norlandia", "GPE"), ("Norlandic", "NORP")]


def test_a_family_name_takes_the_label_of_the_full_name() -> None:
    spans, _ = labelled(teacher(Ulla_Brandt="PERSON"), text="Ulla Brandt left. Brandt waved.")
    assert spans == [("Ulla Brandt", "PERSON"), ("Brandt", "PERSON")]


def test_a_name_inside_a_longer_word_is_left_alone() -> None:
    spans, _ = labelled(teacher(Ulla_Brandt="PERSON"), text="Ulla Brandt left Brandtville.")
    assert spans == [("Ulla Brandt", "PERSON")]


def test_where_teachers_differ_nothing_is_known() -> None:
    spans, missing = labelled(
        teacher(Kestrel="ORG", Oslo="GPE"),
        teacher(Kestrel="PRODUCT", Oslo="GPE"),
        text="Kestrel sails to Oslo",
    )
    assert spans == [("Oslo", "GPE")]
    assert missing == ["Kestrel"]


def test_texts_of_one_document_vote_together() -> None:
    texts = [Text(str(number), "doc", "The Harbour Board met.") for number in range(3)]
    samples = label_texts([teacher(Harbour_Board="ORG")], texts, LISTS)
    assert all(sample.spans == ((4, 17, "ORG"),) for sample in samples)
