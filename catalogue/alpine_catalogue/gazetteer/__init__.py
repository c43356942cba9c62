"""Where a firm is: place names, postal codes, valleys and nicknames of the Alpine Space, to NUTS codes."""

from alpine_catalogue.gazetteer.distance import kilometres
from alpine_catalogue.gazetteer.loading import load_gazetteer
from alpine_catalogue.gazetteer.lookup import Gazetteer
from alpine_catalogue.gazetteer.model import Found, Mention, Place

__all__ = ["Found", "Gazetteer", "Mention", "Place", "kilometres", "load_gazetteer"]
