package io.mien.testkit;

/** An empty database and the role that owns it. */
public record TestDatabase(String jdbcUrl, String user, String password) {}
