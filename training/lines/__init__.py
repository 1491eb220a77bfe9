"""Learns the line model of `generator.generate.clean` from a folder of pages.

`python -m training.lines FOLDER`. Not needed to use it. See docs/line-model.md.
"""
