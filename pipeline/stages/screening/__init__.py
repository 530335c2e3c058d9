"""The parts of `screen`: lists, fields, repeats, and the trained reader beside the rules."""
