package io.mien.worker.attempt;

import io.mien.worker.Surroundings;
import io.mien.worker.WorkerTimings;

/** The time that attempts live by. */
public record Pace(Surroundings surroundings, WorkerTimings timings) {}
