"""Who wrote a paper, whose it is, and of what kind its people are."""
