/**
 * What is promised whatever fails: random histories of the production wiring under faults that a
 * seed chooses, and servers and processes that are taken away. Runs in a JVM without the Quarkus
 * application, whose replica would read the same topics. The list of promises is {@code
 * infra/docs/failure-matrix.md}.
 */
@NullMarked
package io.mien.orchestrator.chaos;

import org.jspecify.annotations.NullMarked;
