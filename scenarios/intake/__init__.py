"""Rosters as towns really keep them, turned into people of a scenario."""
