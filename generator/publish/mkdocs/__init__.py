"""Hands pages to MkDocs: the plugin, and all that a build or a served site needs beside them."""
