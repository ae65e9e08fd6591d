"""The jobs of the parsing process: bytes to plain values. Each module has one ``parse`` and imports its library."""
