"""Words in, parses out: the shipped encoder and what is read off it. The only door to onnxruntime."""
