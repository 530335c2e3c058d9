"""People's verdicts on what the machine found: who may give them, where they are kept, what waits for one."""
