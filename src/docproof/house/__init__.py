"""The rules of a house (office): its settings file, words, list of ignores, and what its drafts ask to leave alone."""

from docproof.house.house import House, Place
from docproof.house.places import named
from docproof.house.remarks import REMARKS
from docproof.house.resting import put_to_rest
from docproof.house.settings import Settings, selected

__all__ = ["REMARKS", "House", "Place", "Settings", "named", "put_to_rest", "selected"]
