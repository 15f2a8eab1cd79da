/** {@code mien}, the operators' command line: one class for each command. */
@NullMarked
package io.mien.cli;

import org.jspecify.annotations.NullMarked;
