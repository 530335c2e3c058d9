"""What turns the sense of a sentence, by general English alone."""
