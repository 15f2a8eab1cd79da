/**
 * The five applications as child processes: how they are started, watched, restarted and stopped.
 */
@NullMarked
package io.mien.local.app;

import org.jspecify.annotations.NullMarked;
