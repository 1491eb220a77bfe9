"""Languages: their codes, sentences, words and markup; what every other room builds on."""
