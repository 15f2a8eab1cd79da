/**
 * The whole system on one machine: embedded servers, the five applications as processes, and the
 * commands that start them.
 */
@NullMarked
package io.mien.local;

import org.jspecify.annotations.NullMarked;
