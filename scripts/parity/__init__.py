"""The gate: no site is built unless all languages say the same, section by section."""
