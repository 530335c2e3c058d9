"""Claims found in sentences and tables: by rules over topic files, by a trained model, and by both united."""
