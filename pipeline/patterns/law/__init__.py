"""References to law: citations, and the exemption codes printed on redactions."""
