"""From seeds to entries: read → clean → header → segment → date → translate → write.

Each stage is one module with one verb that takes a Draft and returns a fuller one; stages do not
import each other. `pipeline` runs them.
"""
