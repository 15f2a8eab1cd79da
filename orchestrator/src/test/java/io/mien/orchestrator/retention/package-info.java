/** What is deleted, and above all what is not. */
@NullMarked
package io.mien.orchestrator.retention;

import org.jspecify.annotations.NullMarked;
