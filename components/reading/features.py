"""Turns texts into numbers: pieces of words for misspellings and endings, whole words, and what the sentence means."""

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from components.reading.folding import fold
from components.reading.vectors import SentenceVectors


def text_features() -> FeatureUnion:
    """Return an unfitted extractor: character n-grams within words, words and word pairs, sentence vectors."""
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True, preprocessor=fold)
    words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", sublinear_tf=True, preprocessor=fold)
    return FeatureUnion([("pieces", pieces), ("words", words), ("meaning", SentenceVectors())])
