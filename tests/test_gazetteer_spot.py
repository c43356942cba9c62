"""Places named in whole messages, as firms write them: found, told from ordinary words, negated, settled by context."""

import statistics
import time
from pathlib import Path

import pytest

from alpine_catalogue.gazetteer import Gazetteer, Mention, load_gazetteer
from alpine_catalogue.gazetteer.compile.demonyms import adjectives
from alpine_catalogue.gazetteer.compile.short_names import first_halves, short_forms
from alpine_catalogue.gazetteer.compile.slovene import inflected
from alpine_catalogue.gazetteer.fold import fold, spellings

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "gazetteer"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(FOLDER)


def meant(mentions: list[Mention]) -> list[str]:
    """The codes of all mentions that are not negated, or their outcome where there is no single place."""
    return [
        (mention.found.place.province or mention.found.place.region or "")
        if mention.found.place
        else mention.found.kind
        for mention in mentions
        if not mention.negated
    ]


ONE_PLACE = [
    ("de", "Wir sind eine Tischlerei mit 12 Leuten in Bruneck und die Maschinen stehen dauernd", "ITH10"),
    ("de", "wir machen fenster in bruneck, 12 leute", "ITH10"),
    ("de", "mir sind e chliini Bude vo Züri", "CH040"),
    ("de", "Wir sind ein Bozner Betrieb", "ITH10"),
    ("de", "Ein Innsbrucker Metallbauer sucht Hilfe", "AT332"),
    ("de", "Hotel im Zillertal, 40 Betten", "AT335"),
    ("de", "Wir sitzen in 6020 Innsbruck", "AT332"),
    ("de", "Garage in Zug", "CH066"),
    ("de", "near Insbruck", "AT332"),
    ("it", "Siamo una falegnameria di Bressanone con 8 dipendenti", "ITH10"),
    ("it", "lavoriamo nel bresciano, le macchine si fermano", "ITC47"),
    ("it", "agriturismo in Val di Fassa", "ITH20"),
    ("it", "officina in Valtellina", "ITC44"),
    ("it", "azienda a Ora (BZ)", "ITH10"),
    ("it", "I-39031", "ITH10"),
    ("it", "siamo a 38122 Trento", "ITH20"),
    ("fr", "Nous sommes une fromagerie en Savoie, on fait du reblochon", "FRK27"),
    ("fr", "on est dans le 74, décolletage, 30 salariés", "FRK28"),
    ("fr", "l'usine à La Mure", "FRK24"),
    ("sl", "Smo mizarsko podjetje v Kranju z 10 zaposlenimi", "SI042"),
    ("sl", "prihajamo iz Maribora", "SI032"),
    ("sl", "v Novi Gorici", "SI043"),
    ("sl", "delavnica na Jesenicah", "SI042"),
    ("sl", "kmetija na Gorenjskem", "SI042"),
    ("sl", "sadjarji iz Goriških brd", "SI043"),
    ("sl", "v ljubljani", "SI041"),
    ("sl", "iz Murske Sobote", "SI031"),
    ("en", "We are a small machine shop near Rosenheim, 20 people", "DE213"),
    ("en", "we sit in ITH1", "ITH10"),
]


@pytest.mark.parametrize("language_given", [True, False], ids=["language", "no language"])
@pytest.mark.parametrize(("language", "text", "code"), ONE_PLACE)
def test_a_message_names_one_place(gazetteer: Gazetteer, language: str, text: str, code: str, language_given: bool):
    assert meant(gazetteer.spot(text, language=language if language_given else None)) == [code]


OUTSIDE_IN_SLOVENE = [
    "iz Zagreba smo", "mlekarna v Beogradu", "hotel v Opatiji", "podjetje iz Varaždina", "v zagrebu", "v Hamburgu",
    "pri Sarajevu", "iz Pariza", "v Rovinju", "firma iz Čakovca",
]  # fmt: skip


@pytest.mark.parametrize("text", OUTSIDE_IN_SLOVENE)
def test_towns_outside_are_known_with_a_slovene_ending(gazetteer: Gazetteer, text: str):
    assert [mention.found.kind for mention in gazetteer.spot(text)] == ["outside"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("tovarna stolov v Manzanu", "ITH4"),
        ("delavnica v Münchnu", "DE21"),
        ("pisarna v Grenoblu", "FRK2"),
        ("podružnica v Milanu", "ITC4"),
        ("varilci iz Raven", "SI03"),
        ("z Raven na Koroškem", "SI03"),
        ("steklarna Rogaška, pregledujemo na oko", "SI03"),
        ("trgovina v Lenartu", "SI03"),
        ("žičničarji s Krvavca", "SI04"),
        ("hotel na Rogli", "SI03"),
        ("vrtec v Lipici", "SI04"),
        ("podjetje, Laško, 5 ljudi", "SI03"),
        ("kmetija v Ziljski dolini", "AT21"),
        ("mir sind e schriinerei im Ämmitau", "CH02"),
        ("mir näie Trachte z'Appezäll", "CH05"),
        ("e Beiz im Äntlibuech", "CH06"),
        ("Garage im Thurgou", "CH05"),
        ("Hotel im Zillatol", "AT33"),
        ("Sennerei im Muntafu", "AT34"),
        ("Imker im Woidviadl", "AT12"),
        ("Tischler in Zwettl", "AT12"),
        ("composants horlogers au Locle", "CH02"),
        ("on répare des montres au Sentier", "CH01"),
        ("remontées mécaniques à Serre Chevalier", "FRL0"),
        ("coutellerie à Thiers", "FRK1"),
        ("pressing à Nice, nous sommes 3", "FRL0"),
        ("on fait du pain à Die, à trois", "FRK2"),
        ("des jouets à Moirans dans le Jura", "FRC2"),
        ("grower in the french Jura", "FRC2"),
        ("à Gap, non pardon à Voiron", "FRK2"),
        ("falegnameria a Trento, anzi Verona", "ITH3"),
        ("Firma in Graz, sorry Linz", "AT31"),
        ("segheria in Val Rendena", "ITH2"),
        ("officina in Valseriana", "ITC4"),
    ],
)
def test_names_are_known_as_people_bend_and_shorten_them(gazetteer: Gazetteer, text: str, region: str):
    kept = [mention.found for mention in gazetteer.spot(text) if not mention.negated]
    assert {code for found in kept for code in found.regions} == {region}


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("čolne delamo ob Bodenskem jezeru", {"DE14", "DE13", "DE27", "AT34", "CH05"}),
        ("chantier naval au bord du Léman", {"CH01", "FRK2"}),
        ("livarna iz Bistrice", {"SI03", "SI04"}),
        ("olive ob Gardskem jezeru", {"ITC4", "ITH3", "ITH2"}),
    ],
)
def test_what_lies_in_several_regions_is_asked_back(gazetteer: Gazetteer, text: str, regions: set[str]):
    (mention,) = gazetteer.spot(text)
    assert mention.found.kind == "candidates"
    assert set(mention.found.regions) == regions


@pytest.mark.parametrize(
    "text",
    [
        "nice to meet you",
        "Hôtel du Lac",
        "la recette des diots",
        "on travaille sur le balcon",
        "im Kamin und am Balkon",
        "bei unsern Kunden",
        "delamo v lastni režiji",
        "v kotu skladišča, v vinu",
        "iz baze podatkov",
        "à la plage",
        "die Leute in die Halle",
    ],
)
def test_words_that_look_like_new_names_stay_words(gazetteer: Gazetteer, text: str):
    assert gazetteer.spot(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Unsere Maschinen sind aus Stahl und Holz, das Lager ist voll",
        "Wir haben Probleme in der Produktion und im Einkauf",
        "1000 Leute seit 2004, 5000 Kunden",
        "ora siamo in 12 e il sale costa di più",
        "non so come fare, la cassa è vecchia e il bar anche",
        "on perd du temps, les bois sont mal rangés, la place manque",
        "ça vous sert à quoi de savoir où on est",
        "Die Firma braucht mehr Licht am Ende des Tunnels",
        "we sell at a bar and the sale of data is nice",
        "mesto je polno, reka teče, most je zaprt",
        "in advance we need a camera and a licence",
        "Herr Wiener ruft zurück",
        "ja", "no", "sì", "oui", "hallo", "grazie", "mail", "prezzo", "😀", "",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_places(gazetteer: Gazetteer, text: str):
    assert gazetteer.spot(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nicht in Tirol, sondern in Salzburg", "AT32"),
        ("pas à Lyon mais à Grenoble", "FRK24"),
        ("non a Trento ma a Bolzano", "ITH10"),
        ("ne v Kranju, ampak v Celju", "SI034"),
        ("not in Milan but in Turin", "ITC11"),
        ("i moan bregenz, nit bludenz", "AT342"),
    ],
)
def test_what_is_denied_is_not_meant(gazetteer: Gazetteer, text: str, code: str):
    mentions = gazetteer.spot(text)
    assert len(mentions) == 2
    assert meant(mentions) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Freiburg in der Schweiz", "CH022"),
        ("Wir sind in Neumarkt, Südtirol", "ITH10"),
        ("no, Gorizia in Italy", "ITH43"),
        ("Rheinfelden in Deutschland", "DE139"),
        ("eine Schreinerei in Berg in Oberfranken", "DE249"),
    ],
)
def test_the_rest_of_the_message_settles_an_ambiguous_name(gazetteer: Gazetteer, text: str, code: str):
    assert meant(gazetteer.spot(text))[0] == code


def test_an_article_of_one_language_is_a_town_of_another(gazetteer: Gazetteer):
    assert meant(gazetteer.spot("resto 12 couverts à Die", language="fr")) == ["FRK23"]


def test_an_ambiguous_name_alone_stays_open(gazetteer: Gazetteer):
    assert meant(gazetteer.spot("Wir sind in Freiburg")) == ["candidates"]


def test_a_country_is_told_as_a_country(gazetteer: Gazetteer):
    assert [mention.found.country for mention in gazetteer.spot("bin aus Österreich")] == ["AT"]


def test_a_place_outside_is_told_as_outside(gazetteer: Gazetteer):
    assert meant(gazetteer.spot("unsere Firma ist in Berlin")) == ["outside"]


def test_all_places_of_a_message_come_in_order_with_their_offsets(gazetteer: Gazetteer):
    text = "Sitz in Dornbirn, Werk in Lustenau"
    assert [(text[each.start : each.end], each.text) for each in gazetteer.spot(text)] == [
        ("Dornbirn", "Dornbirn"),
        ("Lustenau", "Lustenau"),
    ]


def test_a_misspelt_place_says_that_it_was_guessed(gazetteer: Gazetteer):
    assert [mention.found.guessed for mention in gazetteer.spot("wir sind in Friedrichshaven")] == [True]


def test_a_message_of_30_words_takes_at_most_5_milliseconds(gazetteer: Gazetteer):
    text = (
        "Guten Tag wir sind eine kleine Tischlerei mit zwölf Leuten in Brunek im Pustertal und suchen Hilfe weil die "
        "Maschinen dauernd stehen und wir den Überblick über die Aufträge verlieren bitte um Rückruf"
    )
    times = []
    for _ in range(50):
        start = time.thread_time()
        gazetteer.spot(text)
        times.append(time.thread_time() - start)
    assert statistics.median(times) < 0.005


def test_a_very_long_message_is_read_only_in_part(gazetteer: Gazetteer):
    start = time.thread_time()
    gazetteer.spot("wir sind in Bozen " * 20_000)
    assert time.thread_time() - start < 2


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Kranj", "Kranju"), ("Koper", "Kopru"), ("Gradec", "Gradca"), ("Videm", "Vidmu"), ("Ljubljana", "Ljubljani"),
        ("Jesenice", "Jesenicah"), ("Celje", "Celju"), ("Krško", "Krškem"), ("Gorenjska", "Gorenjskem"),
        ("Nova Gorica", "Novi Gorici"), ("Novo mesto", "Novem mestu"), ("Ravne na Koroškem", "Ravnah na Koroškem"),
        ("Črnomelj", "Črnomlju"), ("Škofja Loka", "Škofji Loki"), ("Slovenske Konjice", "Slovenskih Konjicah"),
    ],
)  # fmt: skip
def test_a_slovene_name_is_found_in_its_cases(name: str, form: str):
    assert form in inflected(name)


@pytest.mark.parametrize(
    ("name", "adjective"),
    [("Bozen", "Bozner"), ("Innsbruck", "Innsbrucker"), ("München", "Münchner"), ("Sterzing", "Sterzinger")],
)
def test_a_german_name_has_its_adjective(name: str, adjective: str):
    assert adjective in adjectives(name)


def test_people_shorten_long_names():
    assert short_forms(["Freiburg im Breisgau", "Kempten (Allgäu)"]) == ["Freiburg", "Kempten"]
    assert first_halves(["Bourgoin-Jallieu", "Castelfranco Veneto"], 30_000) == ["Bourgoin", "Castelfranco"]
    assert first_halves(["Saint-Priest"], 40_000) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ST. GALLEN", "Sankt Gallen"),
        ("Saint-Étienne", "st etienne"),
        ("Val d'Aosta", "val d’aosta"),
        ("Sv. Ana", "Sveta Ana"),
    ],
)
def test_spellings_that_do_not_matter_fold_to_the_same(one: str, other: str):
    assert fold(one) == fold(other)


def test_umlauts_may_be_written_in_three_ways():
    assert {"munchen", "muenchen"} <= spellings("München")
    assert "otz" in spellings("Oetz", german=True)
