package io.mien.ingest.face.opencv;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/** Trained cascades that come inside the jar of OpenCV. */
enum CascadeFile {
  FRONTAL_ALT2("haarcascades/haarcascade_frontalface_alt2.xml"),
  FRONTAL_ALT("haarcascades/haarcascade_frontalface_alt.xml"),
  FRONTAL_DEFAULT("haarcascades/haarcascade_frontalface_default.xml"),
  FRONTAL_LBP("lbpcascades/lbpcascade_frontalface_improved.xml"),
  EYE("haarcascades/haarcascade_eye.xml"),
  EYE_WITH_GLASSES("haarcascades/haarcascade_eye_tree_eyeglasses.xml");

  private final String path;

  CascadeFile(String path) {
    this.path = path;
  }

  CascadeClassifier load() {
    String resource = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/" + path;
    try {
      File file = Loader.cacheResource(CascadeClassifier.class, resource);
      if (file == null) {
        throw new IllegalStateException(
            "The jar of OpenCV has no " + resource + "; put opencv's natives on the class path.");
      }
      return new CascadeClassifier(file.getAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + resource + " from the jar of OpenCV", e);
    }
  }
}
