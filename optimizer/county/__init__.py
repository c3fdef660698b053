"""A county staffed town by town, and what its towns can't go below together.

With one weighted sum (`sums`), each town is staffed by itself with all who may come,
and whoever sits in it is charged for: as much as they are worth where they can't be at
the same time. So towns hardly ever want the same person, and what they come to
together, less all charges, is less than any staffing of the county (Lagrangian
relaxation). With goals in order (`lists`), towns keep to their own people.
"""
