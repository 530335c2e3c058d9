"""Draws pages as agencies release them, with the truth of every box, code and stamp, for measuring on what nobody tuned to."""
