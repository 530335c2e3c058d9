"""Words by where they stand on a page: rows of print, columns, tables."""
