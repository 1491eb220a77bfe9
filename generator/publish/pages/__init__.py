"""Pages as text: entries, records, the chronology, lists; and what is said in them."""
