/** Orders to workers on {@code task-control.v1}. */
@NullMarked
package io.mien.contracts.control;

import org.jspecify.annotations.NullMarked;
