"""``python -m bianping`` does what ``bianping`` does."""

from bianping.start import start

start()
