"""Names of persons, offices and places, and what stands beside them."""
