"""Value against value, one module per kind; each returns a verdict and the sentence that says why."""
