"""What recurring marks on paper look like: dates, exemption codes, identifiers, stamps, headers, citations.

Pure functions from text to typed finds with spans. Imports records and errors only; stages and extractors import it.
"""
