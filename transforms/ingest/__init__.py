"""Bytes to `RawArticle`: finding files, decoding, one reader per format, metadata, language."""
