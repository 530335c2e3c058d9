"""Computes: turns the files of a FOIA release into findings with evidence. Never SQLite, never HTML."""
