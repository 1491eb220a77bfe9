"""Finding dates in text and working out what they mean."""
