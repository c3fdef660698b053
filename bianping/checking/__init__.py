"""What ``bianping check`` says of scenarios: in lines for a terminal, and in JSON."""
