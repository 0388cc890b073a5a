"""The grammar: one file per family of expressions, each with its rules and their builders."""
