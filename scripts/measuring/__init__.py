"""How well each room does, in figures with counts. `scripts/measure.py` runs them."""
