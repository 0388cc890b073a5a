"""The version of Copydesk, kept equal to that of pyproject.toml by a test."""

VERSION = "0.1.0"
