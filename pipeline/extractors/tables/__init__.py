"""Claims of tables: what a cell counts, of whom, where and when, by the words over and beside it."""
