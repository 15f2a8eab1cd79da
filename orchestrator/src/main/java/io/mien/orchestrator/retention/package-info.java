/** What is kept for how long, and how the rest is deleted: objects first, rows after (ADR 0017). */
@NullMarked
package io.mien.orchestrator.retention;

import org.jspecify.annotations.NullMarked;
