"""Claims of the numbers in a sentence: what is counted, of which whole, how exactly."""
