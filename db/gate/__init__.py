"""What is withheld stays so: masked before it is published, looked for in the finished files, kept in `private.db` alone."""
