"""What a sentence is about, where and when it holds, and what is no statement at all."""
