"""What pages are made from: computed from content/ once per build."""
