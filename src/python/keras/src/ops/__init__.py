"""keras.ops, part by part."""
