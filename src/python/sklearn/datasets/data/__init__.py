"""Measured data, one module a set, made by scripts/sklearn-data.py."""
