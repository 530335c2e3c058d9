"""Days as papers print them, and which of them a paper was made on."""
