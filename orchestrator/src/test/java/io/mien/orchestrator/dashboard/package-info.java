/** The dashboard, as a person sees it: in a real browser, before the real orchestrator. */
@NullMarked
package io.mien.orchestrator.dashboard;

import org.jspecify.annotations.NullMarked;
