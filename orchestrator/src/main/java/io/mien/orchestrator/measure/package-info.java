/** Loss curves of trainings. */
@NullMarked
package io.mien.orchestrator.measure;

import org.jspecify.annotations.NullMarked;
