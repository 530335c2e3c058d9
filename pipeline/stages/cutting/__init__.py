"""The parts of `segment`: where a document begins, what it says of itself, its mails, threads and parts."""
