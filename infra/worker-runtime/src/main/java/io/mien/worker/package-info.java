/** How a task runs: what a worker application implements, and what it is given. */
@NullMarked
package io.mien.worker;

import org.jspecify.annotations.NullMarked;
