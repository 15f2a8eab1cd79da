/** Sample grids of trainings. */
@NullMarked
package io.mien.orchestrator.sample;

import org.jspecify.annotations.NullMarked;
