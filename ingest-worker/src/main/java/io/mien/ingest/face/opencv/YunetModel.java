package io.mien.ingest.face.opencv;

import io.mien.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of YuNet (Wu, Peng and Yu, Machine Intelligence Research 2023), checked: the name {@code
 * yunet-v1} in a recipe stands for this file, since another would give other boxes.
 */
public final class YunetModel {

  /** Its name in OpenCV's model zoo, where it is published under the MIT licence. */
  public static final String FILE = "face_detection_yunet_2023mar.onnx";

  /** Its SHA-256. */
  public static final String DIGEST =
      "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4";

  private static final Logger LOG = LoggerFactory.getLogger(YunetModel.class);

  private final Path file;

  private YunetModel(Path file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException when the file cannot be read or is another
   */
  public static YunetModel read(Path file) {
    String digest = digest(file);
    if (!digest.equals(DIGEST)) {
      throw new IllegalArgumentException(
          "The file %s that mien.ingest.yunet-model names has the SHA-256 %s; %s of OpenCV's model zoo, which yunet-v1 stands for, has %s. Download it again."
              .formatted(file, digest, FILE, DIGEST));
    }
    LOG.info("Face detector yunet-v1 is {}, SHA-256 {}", file, digest);
    return new YunetModel(file);
  }

  private static String digest(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot read the model of yunet-v1 that mien.ingest.yunet-model names, %s: %s. Give the path of %s, or leave the key out."
              .formatted(file, e, FILE),
          e);
    }
  }

  String path() {
    return file.toString();
  }
}
