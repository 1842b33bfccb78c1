"""keras.applications: the networks are not here; asking for one says what to use instead (keras/_missing.py)."""
