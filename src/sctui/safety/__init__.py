"""What keeps a collection from being lost: backups, restoring, examining and repairing."""
