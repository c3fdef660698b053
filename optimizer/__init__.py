"""CP-SAT: rules, goals, the model, solving, explaining.

The doors: `optimizer.assign.assign` and `optimizer.explain.explain`, which load
OR-Tools; `optimizer.audit`, `optimizer.account` and `optimizer.sentences`, which don't.
"""
