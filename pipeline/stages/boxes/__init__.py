"""Redactions on a page: boxes, what they cover, their codes, and what another copy shows."""
