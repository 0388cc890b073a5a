"""Recipes for what is trained or mined; nothing here is needed at run time."""
