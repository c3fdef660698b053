"""The keys of a scenario file, a section a module."""
