"""Documents and quotations that come from one origin."""
