"""Anki packages out."""
