/**
 * Kafka, PostgreSQL and an S3 server inside this JVM, from Maven artifacts, with data under one
 * locked directory: for {@code mien up} and for tests. Everything listens on 127.0.0.1 only.
 */
@NullMarked
package io.mien.embedded;

import org.jspecify.annotations.NullMarked;
