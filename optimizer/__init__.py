"""CP-SAT and networkx: rules, goals, the model, solving, explaining."""
