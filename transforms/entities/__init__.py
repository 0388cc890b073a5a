"""Entities: the shipped model, rules around it, names folded into entities, places."""
