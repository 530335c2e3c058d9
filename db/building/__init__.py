"""A build: what a finished run left becomes rows, page images and indexes of one edition."""
