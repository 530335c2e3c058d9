"""The parts of `compare`, `relate` and `leads`: which pairs are looked at, and which finding a reader is given."""
