/** One attempt of a task in this worker: its lease, its reports, its end. Knows no Kafka. */
@NullMarked
package io.mien.worker.attempt;

import org.jspecify.annotations.NullMarked;
