"""Running notebooks: their parameters, a run in memory, the delivered form, writing at one go."""
