"""keras.utils, part by part."""
