"""SimPy: the working year and the careers, drawn, played and measured."""
