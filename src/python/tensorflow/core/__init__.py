"""What TensorFlow keeps in files: protocol messages (messages.py, example.py), records of them and tensors as bytes."""
