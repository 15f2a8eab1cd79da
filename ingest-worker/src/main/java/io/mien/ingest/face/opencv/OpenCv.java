package io.mien.ingest.face.opencv;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import org.bytedeco.javacpp.Loader;

/** Loads the native library, once for each process and before anything else touches it. */
public final class OpenCv {

  private static final String MAX_PHYSICAL_BYTES = "org.bytedeco.javacpp.maxphysicalbytes";
  private static final String LOADS = "org.bytedeco.javacpp.loadlibraries";

  private OpenCv() {}

  /**
   * @param maxProcessBytes memory of the whole process, heap included, above which native
   *     allocations fail; without it JavaCPP takes four times the heap
   * @param threads that search one picture, for one caller at a time while the others search alone:
   *     a photo that somebody waits for is found sooner, and when every thread has a picture of its
   *     own it costs no more (infra/docs/benchmarks.md)
   */
  public static synchronized void load(long maxProcessBytes, int threads) {
    System.setProperty(MAX_PHYSICAL_BYTES, Long.toString(maxProcessBytes));
    Loader.load(org.bytedeco.opencv.global.opencv_core.class);
    initializeWithoutLibrary("org.bytedeco.opencv.global.opencv_highgui");
    Loader.load(org.bytedeco.opencv.global.opencv_imgcodecs.class);
    Loader.load(org.bytedeco.opencv.global.opencv_objdetect.class);
    setNumThreads(threads);
  }

  /**
   * The bindings of the detectors ask for those of OpenCV's windows, which nothing here opens, and
   * they for GTK 2, which servers do not have: their class is there without its library.
   */
  private static void initializeWithoutLibrary(String bindings) {
    String before = System.setProperty(LOADS, Boolean.toString(false));
    try {
      Class.forName(bindings);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("OpenCV's bindings have no " + bindings, e);
    } finally {
      if (before == null) {
        System.clearProperty(LOADS);
      } else {
        System.setProperty(LOADS, before);
      }
    }
  }
}
