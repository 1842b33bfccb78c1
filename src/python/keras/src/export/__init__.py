"""Model.export: a trained model as a file for inference elsewhere."""
