package io.mien.embedded;

/**
 * Everything needed to log in to the servers of one data directory.
 *
 * @param databaseAdmin superuser of PostgreSQL; applications never get it
 * @param database owner of the database {@code mien}
 * @param objectStore AWS V4 access key and secret key
 */
public record ServerCredentials(
    Credentials databaseAdmin, Credentials database, Credentials objectStore) {}
