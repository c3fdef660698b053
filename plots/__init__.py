"""Charts: one a file, from results to a matplotlib figure."""
