"""Cleaning: a raw article's text to edits, clean text, paragraphs and metadata."""

from transforms.cleaning.apply import OffsetMap, apply, offset_map
from transforms.cleaning.clean import clean_article
from transforms.cleaning.memory import OutletMemory

__all__ = ["OffsetMap", "OutletMemory", "apply", "clean_article", "offset_map"]
