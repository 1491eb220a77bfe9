"""What was computed, rendered and written before, kept for the next build; work on all processors."""
