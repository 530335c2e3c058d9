"""Which way a statement points and how it stands: denied, former, planned, asked, wished, taken back."""
