"""The stages, a file each: pure functions from records to records. The parts of the larger ones lie in the rooms beside them."""
