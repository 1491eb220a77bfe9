"""The whole chronology as Markdown that any renderer of it shows: no plugin, no HTML, no theme of ours."""

from generator.publish.export.folder import export_folder

__all__ = ["export_folder"]
