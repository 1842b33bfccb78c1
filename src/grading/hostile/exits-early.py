"""Leaves before there is anything to test."""
# exercise: find-the-bugs
# ends: nothing-ran

import sys

sys.exit(0)
