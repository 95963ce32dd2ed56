"""Seeing a map while it is written.

`watch` waits for saves; `live` keeps the page of the newest text that can be read; `server` shows it, to this machine alone.
"""
