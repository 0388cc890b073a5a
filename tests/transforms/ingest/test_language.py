import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.ingest.language import detect_language

SENTENCES = {
    "en": "The mayor said that the bridge over the river would be closed until the spring of next year.",
    "de": "Die Bürgermeisterin sagte, dass die Brücke über den Fluss bis zum Frühjahr gesperrt bleibt.",
    "fr": "La maire a dit que le pont sur la rivière resterait fermé jusqu'au printemps pour des travaux.",
    "es": "La alcaldesa dijo que el puente sobre el río estará cerrado hasta la primavera por las obras.",
    "it": "La sindaca ha detto che il ponte sul fiume sarà chiuso fino alla primavera per i lavori.",
    "pt": "A prefeita disse que a ponte sobre o rio não será aberta até a primavera por causa das obras.",
    "nl": "De burgemeester zei dat de brug over de rivier tot het voorjaar dicht blijft voor het verkeer.",
    "sv": "Borgmästaren sade att bron över älven ska vara stängd till våren och att det inte går att köra.",
    "pl": "Burmistrz powiedziała, że most na rzece będzie zamknięty do wiosny i że nie ma na to rady.",
    "ru": "Мэр города сказала, что мост через реку будет закрыт до весны и что это не так страшно.",
    "el": "Η δήμαρχος είπε ότι η γέφυρα στο ποτάμι θα είναι κλειστή για την άνοιξη και δεν είναι κακό.",
    "ja": "市長は月曜日、川にかかる橋を春まで閉鎖すると発表した。",
    "zh": "市长星期一宣布，河上的桥将关闭到明年春天。",
    "ar": "قالت رئيسة البلدية إن الجسر فوق النهر سيظل مغلقا حتى الربيع",
    "ko": "시장은 월요일 강 위의 다리를 봄까지 폐쇄한다고 밝혔다.",
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_enough(code: str) -> None:
    assert detect_language(SENTENCES[code]).code == code


@pytest.mark.parametrize("text", ["", "Rain", "1 2 3 4 5 6 7 8 9", "qwe rty uio pas dfg hjk lzx cvb nmq"])
def test_without_words_to_go_by_it_stays_undecided(text: str) -> None:
    assert detect_language(text).code is None


def test_foreign_names_do_not_change_the_language() -> None:
    text = "The prime minister met 習近平 and Владимир Путин in the hall, and they had a talk of an hour."
    assert detect_language(text).code == "en"


@given(st.text())
def test_confidence_is_a_share(text: str) -> None:
    found = detect_language(text)
    assert 0 <= found.confidence <= 1
    assert (found.code is None) == (found.confidence == 0)
