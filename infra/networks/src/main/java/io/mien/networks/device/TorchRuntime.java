package io.mien.networks.device;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the PyTorch engine from the class path only: nothing is fetched at run time. */
public final class TorchRuntime {
  private static final Logger LOG = LoggerFactory.getLogger(TorchRuntime.class);

  static final EngineGate GATE = new EngineGate();

  /** Longer than any worker drains; who kills the process in the end may be quicker. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(90);

  private static final Duration LONGEST_OPERATION = Duration.ofMinutes(2);

  private static boolean endsInOrder;

  private TorchRuntime() {}

  /** Starts the engine once per JVM and returns it. */
  public static synchronized Engine start() {
    endInOrder();
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setGraphExecutorOptimize(false); // scripts are single operations: nothing to optimise
    return engine;
  }

  /** Keeps the engine open at the end of the process until the hold is closed. */
  public static EngineHold hold() {
    return GATE.hold();
  }

  private static void endInOrder() {
    if (!endsInOrder) {
      Runtime.getRuntime().addShutdownHook(new Thread(TorchRuntime::end, "engine-end"));
      endsInOrder = true;
    }
  }

  private static void end() {
    try {
      if (!GATE.close(LONGEST_HOLD, LONGEST_OPERATION)) {
        LOG.warn(
            "The process ends while libtorch computes, which may crash it: whoever stops has {}, an operation {}",
            LONGEST_HOLD,
            LONGEST_OPERATION);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Sets how many threads one operation may use. On a machine that other processes share, one
   * thread is usually fastest (facts: waiting threads spin).
   */
  public static void useThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Threads must be at least 1, not " + threads + ".");
    }
    start();
    JniUtils.setNumThreads(threads);
  }

  /** Version of the native library, as written into checkpoints. */
  public static String version() {
    return start().getVersion();
  }
}
