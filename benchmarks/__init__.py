"""Scripts that print seconds, values and ratios, and the towns that they are fed."""
