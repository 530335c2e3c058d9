"""The public contract of `foia.db`: its tables and columns, what each means, and what Datasette is told of them."""
