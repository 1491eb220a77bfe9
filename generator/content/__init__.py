"""The contract between the halves: what lies in content/, read and written in one place."""
