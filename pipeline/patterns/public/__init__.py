"""What shows that a name, a line or a number is an office's, or somebody's in office, and may be read."""
