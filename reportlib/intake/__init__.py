"""Intake: the only reader of files. Recognises, converts, checks, sets aside what it refuses."""
