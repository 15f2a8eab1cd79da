package io.mien.local.app;

/** The five applications, in the order they are started; they are stopped in the opposite order. */
public enum App {
  ORCHESTRATOR("orchestrator", 384),
  INGEST("ingest-worker", 384),
  TRAIN("train-worker", 768),
  /** Photos of 40 megapixels are pasted in memory. */
  SYNTH("synth-worker", 896),
  EVAL("eval-worker", 384);

  private final String directory;
  private final int heapMegabytes;

  App(String directory, int heapMegabytes) {
    this.directory = directory;
    this.heapMegabytes = heapMegabytes;
  }

  /** The module's directory, which is also the application's name. */
  public String directory() {
    return directory;
  }

  /** Java heap; libtorch and OpenCV take theirs beside it. */
  int heapMegabytes() {
    return heapMegabytes;
  }
}
