/**
 * Events of the history, posted to the endpoints of other programs as the Standard Webhooks
 * specification says: signed, at least once, and never so that one endpoint holds up another.
 */
@NullMarked
package io.mien.orchestrator.webhook;

import org.jspecify.annotations.NullMarked;
