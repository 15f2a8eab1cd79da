/** How much memory the processes take. */
@NullMarked
package io.mien.local.memory;

import org.jspecify.annotations.NullMarked;
