/** The few exceptions of Mien, by what the caller should do about them. */
@NullMarked
package io.mien.contracts.failure;

import org.jspecify.annotations.NullMarked;
