package io.mien.contracts.rest;

import org.jspecify.annotations.Nullable;

/** A request for a run that can be made again, with changes. */
public sealed interface RepeatableRequest permits RunRequest, StepsRequest {

  /** -100 to 99; absent for the plan's own. */
  @Nullable Integer priority();

  /** True to do every step anew. */
  @Nullable Boolean fresh();
}
