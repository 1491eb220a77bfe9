"""Translation: the engine, its packages, the memory, the terms and the checks."""
