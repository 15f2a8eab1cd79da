/** Photos that are sent in, judged by their headers. */
@NullMarked
package io.mien.orchestrator.photo;

import org.jspecify.annotations.NullMarked;
