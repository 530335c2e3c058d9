"""Bates numbers: found, told from other numbers, and put right where OCR misread them."""
