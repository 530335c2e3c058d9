"""All SQL of the site, a file for each page or list: each function gives one `Query` and touches nothing."""
