"""What travels between the stages: frozen, slotted dataclasses of scalars, tuples and records. They do nothing."""
