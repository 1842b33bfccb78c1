"""What Keras keeps of its second version."""
