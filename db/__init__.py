"""Publishes: the only package that knows SQLite, and the home of the site."""
