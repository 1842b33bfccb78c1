"""Configs of objects, and files of models and weights."""
