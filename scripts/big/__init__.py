"""A large made-up edition and a load test against it: how fast the site answers at 100,000 pages."""
