"""Fuzzing: what comes from outside is given at random, and nothing may fail but with a place and a remedy."""
