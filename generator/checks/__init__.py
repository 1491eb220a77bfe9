"""What an editor should look at: files, names, references, translations."""
