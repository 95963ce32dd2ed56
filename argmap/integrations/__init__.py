"""Where other programs meet argmap: what they load by an entry point, light until it is used."""
