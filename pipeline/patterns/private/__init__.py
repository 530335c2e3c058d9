"""What singles out, reaches or tells of a private person: each kind of it in one file."""
