package io.mien.synth.engine;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an engine may use.
 *
 * @param device {@code auto}, {@code cpu} or {@code cuda:0}
 * @param threads that one libtorch operation may use
 * @param batchSize most images drawn at once
 * @param maxWait how long a request on demand may wait for others to share its batch
 * @param memory bytes of the device's memory for networks that are loaded
 * @param disk bytes for files of checkpoints that nobody uses at the moment
 * @param workDirectory where they lie; may be shared by workers
 */
public record EngineSettings(
    String device,
    int threads,
    int batchSize,
    Duration maxWait,
    long memory,
    long disk,
    Path workDirectory) {}
