"""The recipe of the shipped entity model: ``python -m training.entities.run``."""
