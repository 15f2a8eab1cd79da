/** What happens when nobody is heard of: expired leases and expired offers. */
@NullMarked
package io.mien.orchestrator.lease;

import org.jspecify.annotations.NullMarked;
