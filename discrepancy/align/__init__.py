"""A story's claims to slots: which values answer the same question of fact."""
