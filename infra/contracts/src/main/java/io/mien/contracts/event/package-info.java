/** What workers report on {@code task-events.v1}; past tense, fenced by the attempt number. */
@NullMarked
package io.mien.contracts.event;

import org.jspecify.annotations.NullMarked;
