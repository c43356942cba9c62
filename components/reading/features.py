"""Turns texts into sparse vectors: pieces of words for misspellings and endings, whole words for the rest."""

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from components.reading.folding import fold


def text_features(char_ngrams: tuple[int, int] = (2, 5)) -> FeatureUnion:
    """Return an unfitted extractor of character n-grams within words and of words and word pairs."""
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=char_ngrams, min_df=2, sublinear_tf=True, preprocessor=fold)
    words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\w+", sublinear_tf=True, preprocessor=fold)
    return FeatureUnion([("pieces", pieces), ("words", words)])
