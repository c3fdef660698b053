"""The commands: one a module, each with a function ``build``."""
