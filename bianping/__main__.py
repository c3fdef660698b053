"""``python -m bianping`` does what ``bianping`` does."""

from bianping.cli import main

main()
