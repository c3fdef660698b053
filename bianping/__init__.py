"""The product as its user meets it: commands, studies, reports, words."""
