"""A citation in any form, and the proof of one from what is stored."""
