"""From files to a checked town: YAML and tables, differences, faults with places."""
