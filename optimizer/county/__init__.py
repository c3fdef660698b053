"""A county staffed town by town, and what its towns can't go below together.

Where towns are joined by few transfers alone, each is staffed by itself with all who
may come, and whoever sits in a town is charged for it: as much as they are worth where
they can't be at the same time. So towns hardly ever want the same person, and what they
come to together, less all charges, is less than any staffing of the county
(Lagrangian relaxation).
"""
