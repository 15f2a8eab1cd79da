/** What a bulk synthesis reads from this machine's disk and leaves there. */
@NullMarked
package io.mien.cli.synthesis;

import org.jspecify.annotations.NullMarked;
