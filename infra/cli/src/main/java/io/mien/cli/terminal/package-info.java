/** What the terminal shows: progress bars, tables, JSON. */
@NullMarked
package io.mien.cli.terminal;

import org.jspecify.annotations.NullMarked;
