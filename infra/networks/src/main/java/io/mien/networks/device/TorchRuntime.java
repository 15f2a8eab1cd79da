package io.mien.networks.device;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** Starts the PyTorch engine from the class path only: nothing is fetched at run time. */
public final class TorchRuntime {
  private TorchRuntime() {}

  /** Starts the engine once per JVM and returns it. */
  public static synchronized Engine start() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setGraphExecutorOptimize(false); // scripts are single operations: nothing to optimise
    return engine;
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
