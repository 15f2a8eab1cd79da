package io.mien.ingest.face.opencv;

import org.bytedeco.javacpp.Loader;

/**
 * Loads the native library, once for each process and before anything else touches it.
 *
 * <p>OpenCV shares the search of one picture out to as many threads as there are processors, for
 * one caller at a time; the others go on alone. So a photo that somebody waits for is searched by
 * all of them, and when every thread has a picture it costs no more (infra/docs/benchmarks.md).
 */
public final class OpenCv {

  private static final String MAX_PHYSICAL_BYTES = "org.bytedeco.javacpp.maxphysicalbytes";
  private static final String LOADS = "org.bytedeco.javacpp.loadlibraries";

  private OpenCv() {}

  /**
   * @param maxProcessBytes memory of the whole process, heap included, above which native
   *     allocations fail; without it JavaCPP takes four times the heap
   */
  public static synchronized void load(long maxProcessBytes) {
    System.setProperty(MAX_PHYSICAL_BYTES, Long.toString(maxProcessBytes));
    Loader.load(org.bytedeco.opencv.global.opencv_core.class);
    initializeWithoutLibrary("org.bytedeco.opencv.global.opencv_highgui");
    Loader.load(org.bytedeco.opencv.global.opencv_imgcodecs.class);
    Loader.load(org.bytedeco.opencv.global.opencv_objdetect.class);
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
