"""How many people work in the firm: figures and words in five languages, ranges, and numbers of other things."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from components.reading.sizes import read_size

Size = int | list[int | None] | None
TOLD = Path(__file__).parent / "told_sizes"
"""By language, what people write and the size that it tells; null for numbers of other things."""


def size(text: str) -> Size:
    found = read_size(text)
    return found.value if found else None


# -- numbers in words: spelled here on its own, from the grammars -------------------------------------------------

EN = (
    "one two three four five six seven eight nine "
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
DE = (
    "eins zwei drei vier fünf sechs sieben acht neun "
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
FR = (
    "un deux trois quatre cinq six sept huit neuf "
    "dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
)
IT = (
    "uno due tre quattro cinque sei sette otto nove "
    "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
)
SL = (
    "ena dva tri štiri pet šest sedem osem devet "
    "deset enajst dvanajst trinajst štirinajst petnajst šestnajst sedemnajst osemnajst devetnajst"
)
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "sl": "dvajset trideset štirideset petdeset šestdeset sedemdeset osemdeset devetdeset",
}


def tens_and_rest(language: str, number: int) -> tuple[str, int]:
    return TENS[language].split()[number // 10 - 2], number % 10


def english(number: int) -> str:
    if number >= 100:
        return f"{english(number // 100)} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    if number < 20:
        return EN.split()[number - 1]
    ten, rest = tens_and_rest("en", number)
    return f"{ten}-{english(rest)}" if rest else ten


def german(number: int) -> str:
    if number >= 100:
        hundreds = "ein" if number < 200 else german(number // 100)
        return f"{hundreds}hundert" + (german(number % 100) if number % 100 else "")
    if number < 20:
        return DE.split()[number - 1]
    ten, rest = tens_and_rest("de", number)
    return f"{'ein' if rest == 1 else german(rest)}und{ten}" if rest else ten


def french(number: int) -> str:
    if number >= 100:
        hundreds = "cent" if number < 200 else f"{french(number // 100)} cent"
        return hundreds + (f" {french(number % 100)}" if number % 100 else "")
    if number < 20:
        return FR.split()[number - 1]
    if number < 70:
        ten = ["vingt", "trente", "quarante", "cinquante", "soixante"][number // 10 - 2]
        return ten if number % 10 == 0 else f"{ten} et un" if number % 10 == 1 else f"{ten}-{french(number % 10)}"
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{french(number - 60)}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{french(number - 80)}"


def italian(number: int) -> str:
    if number >= 100:
        hundreds = "" if number < 200 else italian(number // 100)
        return f"{hundreds}cento" + (italian(number % 100) if number % 100 else "")
    if number < 20:
        return IT.split()[number - 1]
    ten, rest = tens_and_rest("it", number)
    unit = italian(rest) if rest else ""
    return (ten[:-1] if unit in ("uno", "otto") else ten) + ("tré" if unit == "tre" else unit)


def slovene(number: int) -> str:
    if number >= 100:
        hundreds = {1: "", 2: "dve"}.get(number // 100, slovene(number // 100))
        return f"{hundreds}sto" + (f" {slovene(number % 100)}" if number % 100 else "")
    if number < 20:
        return SL.split()[number - 1]
    ten, rest = tens_and_rest("sl", number)
    return f"{slovene(rest)}in{ten}" if rest else ten


SPOKEN: list[tuple[Callable[[int], str], str]] = [
    (english, "we are {} people"),
    (german, "wir sind {} Leute"),
    (french, "nous sommes {} salariés"),
    (italian, "siamo in {} dipendenti"),
    (slovene, "smo {} zaposlenih"),
]


@pytest.mark.parametrize(("spell", "sentence"), SPOKEN, ids=[spell.__name__ for spell, _ in SPOKEN])
def test_every_number_word_up_to_999_is_read(spell: Callable[[int], str], sentence: str) -> None:
    wrong = {number: size(sentence.format(spell(number))) for number in range(2, 1000)}
    assert {spell(number): read for number, read in wrong.items() if read != number} == {}


@pytest.mark.parametrize("sentence", [sentence for _, sentence in SPOKEN])
@given(number=st.integers(2, 5000))
def test_every_figure_is_read(sentence: str, number: int) -> None:
    assert size(sentence.format(number)) == number


def test_spelling_oddities_are_read() -> None:
    assert size("siamo centottanta dipendenti") == size("siamo centoottanta dipendenti") == 180
    assert size("wir sind fuenfundzwanzig leute") == 25
    assert size("nous sommes septante-cinq personnes") == 75
    assert size("1'200 Mitarbeiter") == size("1.200 Mitarbeiter") == 1200


@pytest.mark.parametrize("language", ["en", "de", "fr", "it", "sl"])
def test_sizes_and_other_numbers_are_told_apart_in_every_language(language: str) -> None:
    told = yaml.safe_load((TOLD / f"{language}.yml").read_text(encoding="utf-8"))
    assert sum(expected is not None for _, expected in told) >= 40
    assert [(text, size(text)) for text, expected in told if size(text) != expected] == []


# -- ways to say it -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tischlerei, 12 Leit", 12),
        ("12 MA", 12),
        ("12", 12),
        ("zwölf", 12),
        ("hotel, 25, bruneck", 25),
        ("mir sein zu dritt", 3),
        ("siamo una quindicina", [13, 17]),
        ("nous sommes une quinzaine", [13, 17]),
        ("wir sind ungefähr 20 Leute", [18, 22]),
        ("about 20 people", [18, 22]),
        ("approximately 5 employees", [4, 6]),
        ("10 bis 15 Mitarbeiter", [10, 15]),
        ("10-15 employees", [10, 15]),
        ("between 10 and 15 people", [10, 15]),
        ("zwischen 10 und 15 Leute", [10, 15]),
        ("entre 10 et 15 salariés", [10, 15]),
        ("tra 10 e 15 dipendenti", [10, 15]),
        ("med 10 in 15 zaposlenih", [10, 15]),
        ("od 10 do 15 zaposlenih", [10, 15]),
        ("mehr als 50 Mitarbeiter", [51, None]),
        ("at least 50 employees", [50, None]),
        ("moins de 10 salariés", [1, 9]),
        ("fino a 10 dipendenti", [1, 10]),
        ("več kot 50 zaposlenih", [51, None]),
        ("8 Gesellen und 2 Lehrlinge", 10),
        ("10 Leute, davon 2 Lehrlinge", 10),
    ],
)
def test_what_owners_write_is_read(text: str, expected: Size) -> None:
    assert size(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ich und zwei Gesellen", 3),
        ("me and two lads", 3),
        ("io e mio fratello", 2),
        ("my wife and I", 2),
        ("moi et mon frère", 2),
        ("jaz in žena", 2),
        ("ich bin allein", 1),
        ("just me", 1),
        ("je suis seule", 1),
        ("lavoro da solo", 1),
        ("sem samozaposlen", 1),
        ("keine Mitarbeiter", 1),
    ],
)
def test_the_writer_counts_too(text: str, expected: int) -> None:
    assert size(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🙂🙂",
        "seit 1962",
        "39031 Bruneck",
        "hotel mit 40 betten",
        "an hotel with 40 rooms",
        "3 macchine",
        "20 Jahre alt",
        "eine Tischlerei in Bruneck",
        "une menuiserie",
        "un hotel",
        "we sell to 200 customers",
        "budget 50.000 Euro",
        "30 % Ausschuss",
        "eno mizarstvo",
        "one of our machines fails",
        "Industrie 4.0",
        "ISO 9001 zertifiziert",
        "24/7 erreichbar",
        "tel. 0471 123456",
        "2 Filialen",
        "14 mucche",
        "150 krav",
        "vor 3 Wochen",
        "3D printing",
        "NIS2",
    ],
)
def test_a_number_that_counts_something_else_is_not_taken(text: str) -> None:
    assert size(text) is None


def test_rooms_and_people_in_one_sentence_are_told_apart() -> None:
    assert size("Hotel mit 40 Betten und 25 Mitarbeitern, seit 1962 in Ischgl") == 25
    assert size("un albergo con 30 camere, siamo in 12") == 12
    assert size("we have 3 machines and 8 employees") == 8


def test_the_words_it_was_read_from_are_marked() -> None:
    text = "Wir sind eine Tischlerei mit zwölf Leuten in Bruneck"
    found = read_size(text)
    assert found is not None
    assert "zwölf" in text[found.start : found.end]


@given(st.text(max_size=200))
def test_no_text_whatever_breaks_it(text: str) -> None:
    found = read_size(text)
    if found:
        assert found.low >= 1
        assert found.high is None or found.high >= found.low
        assert 0 <= found.start < found.end <= len(text)


def test_words_of_a_place_are_no_number_but_part_the_message() -> None:
    text = "Tischlerei in Fünf Kirchen, 12 Bruneck"
    place = (text.index("Fünf"), text.index(","))
    found = read_size("restauro a Sette Comuni in 7", places=[(11, 22)])
    assert read_size(text[: place[1]], places=[place]) is None
    assert found is not None
    assert found.value == 7


def test_a_number_behind_the_trade_is_the_size() -> None:
    found = read_size("pharmacie de 6 à Sierre", places=[(17, 23)], trades=[(0, 9)])
    assert found is not None
    assert found.value == 6
    assert read_size("décolletage 74 Cluses", places=[(15, 21)], trades=[(0, 11)]) is None


def test_a_very_long_message_is_read_in_time() -> None:
    started = process_time()
    assert size("wir haben viele Sorgen und " * 700 + "sind 12 Leute") == 12
    for filling in ("12 ", "a ", "eins und ", "ich und meine Frau "):
        size(filling * 6000)
    assert process_time() - started < 5
