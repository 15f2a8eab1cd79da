/** Who may do what: API keys, sessions, roles. */
@NullMarked
package io.mien.orchestrator.key;

import org.jspecify.annotations.NullMarked;
