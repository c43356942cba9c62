"""The models themselves: what they learn from few examples, and that what is kept is what was learnt."""

import pickle

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from components.reading.calibration import best_sharpness, softmax
from components.reading.language_model import LanguageModel
from components.reading.language_names import OTHER, language_named
from components.reading.learning import Plan, Targets, Teacher
from components.reading.network import Network, in_whole_numbers
from components.reading.other_languages import sentences
from components.reading.products import times
from components.reading.words import words_of

RANDOM = np.random.default_rng(7)
TRAINED = {
    "de": ["wir sind eine kleine tischlerei", "die maschinen stehen still", "was kostet das denn", "ich weiß es nicht"],
    "fr": ["nous sommes une petite menuiserie", "les machines sont en panne", "combien ça coûte", "je ne sais pas"],
    "it": ["siamo una piccola falegnameria", "le macchine sono ferme", "quanto costa", "non lo so proprio"],
    "sl": ["smo majhno mizarstvo v kranju", "stroji nam kar stojijo", "koliko to stane", "tega pa ne vem"],
    "en": ["we are a small joinery", "the machines keep breaking down", "how much is it", "i do not know that"],
}


@pytest.fixture(scope="module")
def languages() -> LanguageModel:
    known = [(text, name) for name, texts in TRAINED.items() for text in texts * 2] + sentences()
    return LanguageModel().fit([[w.text for w in words_of(text)] for text, _ in known], [name for _, name in known])


@pytest.mark.parametrize(("text", "name"), [("die Tischlerei steht still", "de"), ("smo v Kranju", "sl")])
def test_a_language_is_told_by_few_words(languages: LanguageModel, text: str, name: str) -> None:
    guess = languages.guess([word.text for word in words_of(text)])
    assert guess and guess.language == name


def test_a_single_word_is_never_clear_and_no_word_is_no_language(languages: LanguageModel) -> None:
    guess = languages.guess(["tischlerei"])
    assert guess and not guess.clear
    assert languages.guess([]) is None
    assert languages.guess(["12"]) is None


def test_another_language_needs_four_words(languages: LanguageModel) -> None:
    text = "potrzebujemy pieniędzy na nowego robota w firmie"
    guess = languages.guess([word.text for word in words_of(text)])
    assert guess and (guess.language, guess.clear) == (OTHER, True)
    short = languages.guess(["potrzebujemy", "pieniędzy"])
    assert short and short.language != OTHER


def test_letters_of_another_alphabet_are_another_language(languages: LanguageModel) -> None:
    guess = languages.guess(["добрый", "день"])
    assert guess and (guess.language, guess.clear) == (OTHER, True)


def test_a_kept_language_model_says_the_same(languages: LanguageModel) -> None:
    again = pickle.loads(pickle.dumps(languages))
    assert again.guess(["wir", "sind", "hier"]) == languages.guess(["wir", "sind", "hier"])


def test_the_language_that_is_asked_for_is_the_last_one_named() -> None:
    assert language_named("nicht auf Deutsch, lieber auf Italienisch") == "it"
    assert language_named("¿se habla espagnol?") == OTHER
    assert language_named("wir machen Fenster") is None


def _taught() -> tuple[Network, csr_matrix, np.ndarray, np.ndarray]:
    """Four pieces, four acts: each piece stands for an act, and the second half of them also for a flag."""
    acts = RANDOM.integers(0, 4, 400)
    pieces = csr_matrix((np.ones(400, dtype=np.float32), (np.arange(400), acts)), shape=(400, 4))
    flags = (acts[:, None] >= 2).astype(np.float32)
    vectors = RANDOM.standard_normal((400, 6)).astype(np.float32) * 0.1
    plan = Plan(passes=20, batch=16, pace=0.01, hidden=16, given=4, dropped=0.2, input_dropped=0.0)
    margins = np.zeros((4, 4), dtype=np.float32), np.zeros(4, dtype=np.float32)
    targets = Targets(acts, np.ones(400, dtype=np.float32), flags)
    return Teacher(4, 6, 4, 1, plan).teach(pieces, vectors, targets, margins), pieces, vectors, acts


def test_a_network_learns_what_pieces_stand_for() -> None:
    network, _, vectors, acts = _taught()
    rows = [(np.array([act]), np.ones(1, dtype=np.float32)) for act in acts]
    scores = network.scores(rows, vectors)
    assert (scores[:, :4].argmax(axis=1) == acts).mean() > 0.97
    assert ((scores[:, 4] > 0) == (acts >= 2)).mean() > 0.97


def test_whole_numbers_are_near_enough() -> None:
    table = RANDOM.standard_normal((50, 20)).astype(np.float32)
    whole, scale = in_whole_numbers(table)
    assert np.abs(whole * scale[:, None] - table).max() < 0.02


def test_the_heaviest_pieces_are_kept_whatever_they_speak_for() -> None:
    table = np.array([[0.1, 0, 0], [0, 9.0, 0], [0, 0, 0.01], [0, 0.001, 0]], dtype=np.float32)
    network = Network(*in_whole_numbers(table), *(np.zeros(0, dtype=np.float32),) * 4)
    assert network.heaviest(3).tolist() == [True, True, True, False]
    assert len(network.keep(network.heaviest(3)).table) == 3


@pytest.mark.parametrize("count", [1, 3, 20])
def test_a_product_is_the_same_row_by_row(count: int) -> None:
    rows, matrix = (RANDOM.standard_normal(shape).astype(np.float32) for shape in ((count, 12), (12, 5)))
    np.testing.assert_allclose(times(rows, matrix), rows @ matrix, rtol=1e-4, atol=1e-5)


def test_scores_that_promise_too_much_are_softened() -> None:
    truth = RANDOM.integers(0, 2, 1_000)
    right = RANDOM.random(1_000) < 0.75
    scores = np.zeros((1_000, 2))
    scores[np.arange(1_000), np.where(right, truth, 1 - truth)] = 3.0
    sharpness = best_sharpness(scores, truth)
    assert softmax(scores, sharpness).max(axis=1).mean() == pytest.approx(0.75, abs=0.03)
