package io.mien.synth;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.result.TaskResult;
import io.mien.store.ObjectStore;
import io.mien.synth.engine.EngineSettings;
import io.mien.synth.engine.SynthEngine;
import io.mien.synth.image.Marking;
import io.mien.synth.reuse.MadeItems;
import io.mien.worker.TaskContext;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Engines on the processor. */
final class TestEngine {

  private static final int BATCH = 16;
  private static final Duration WAIT = Duration.ofMillis(5);
  private static final long MEMORY = 1L << 30;

  private TestEngine() {}

  static SynthEngine start(ObjectStore store, Path work) {
    return start(store, settings(work, BATCH, WAIT, MEMORY), new SimpleMeterRegistry());
  }

  static SynthEngine start(ObjectStore store, EngineSettings settings, MeterRegistry registry) {
    return SynthEngine.start(store, settings, registry, () -> {});
  }

  static EngineSettings settings(Path work, int batch, Duration wait, long memory) {
    return new EngineSettings("cpu", 1, batch, wait, memory, memory, work.resolve("engine"));
  }

  /** One task on an engine of its own, which knows no checkpoint yet. */
  static TaskResult handle(ObjectStore store, Path work, TaskContext attempt) throws Exception {
    return handle(store, work, attempt, null);
  }

  /** The same with what was made before. */
  static TaskResult handle(
      ObjectStore store, Path work, TaskContext attempt, @Nullable MadeItems made)
      throws Exception {
    try (SynthEngine engine = start(store, work)) {
      return new SynthHandler(store, engine, Marking.NONE, made).handle(attempt);
    }
  }
}
