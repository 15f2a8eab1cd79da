/** What a task hands back when it succeeds. */
@NullMarked
package io.mien.contracts.result;

import org.jspecify.annotations.NullMarked;
