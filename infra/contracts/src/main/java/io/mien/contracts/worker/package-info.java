/** What a worker says of itself on {@code worker-events.v1}. */
@NullMarked
package io.mien.contracts.worker;

import org.jspecify.annotations.NullMarked;
