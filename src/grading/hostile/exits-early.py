"""Leaves before there is anything to test."""
# exercise: find-the-bugs

import sys

sys.exit(0)
