"""The version of NumPy whose behaviour this package has."""

version = short_version = full_version = "1.24.2"
release = True
