/** Which queued task is offered next, and to how many. */
@NullMarked
package io.mien.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
