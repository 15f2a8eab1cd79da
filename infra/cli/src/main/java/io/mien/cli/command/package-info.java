/** The commands, by the noun they act on. */
@NullMarked
package io.mien.cli.command;

import org.jspecify.annotations.NullMarked;
