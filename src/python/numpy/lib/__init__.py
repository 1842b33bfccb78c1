"""Functions built on arrays: sorting and sets, statistics, index tricks, padding, polynomials, files."""
