"""The rules of the charter and of PTP files as pure functions, each with its id and source."""
