package io.mien.networks.image;

import io.mien.networks.label.LabelGroup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Training images of one size in memory, in a fixed order, with the names of their labels. */
public final class ImageSet {
  private final int imageSize;
  private final LabelGroup labels;
  private final List<LabelledImage> images;

  public ImageSet(int imageSize, LabelGroup labels, List<LabelledImage> images) {
    this.imageSize = imageSize;
    this.labels = labels;
    this.images = List.copyOf(images);
    for (int i = 0; i < this.images.size(); i++) {
      verify(i, this.images.get(i));
    }
  }

  private void verify(int position, LabelledImage labelled) {
    RgbImage image = labelled.image();
    if (image.width() != imageSize || image.height() != imageSize) {
      throw new IllegalArgumentException(
          "Image %d is %d x %d, the set's size is %d: crop or resize it first."
              .formatted(position, image.width(), image.height(), imageSize));
    }
    try {
      labels.requireFits(labelled.labels());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Image %d: %s".formatted(position, e.getMessage()), e);
    }
  }

  public int imageSize() {
    return imageSize;
  }

  public LabelGroup labels() {
    return labels;
  }

  public int size() {
    return images.size();
  }

  public LabelledImage get(int position) {
    return images.get(position);
  }

  /** How many different labels occur; of independent labels, how many different combinations. */
  public long distinctLabels() {
    return images.stream().map(LabelledImage::labels).distinct().count();
  }

  /** SHA-256 over pixels, labels, people, places, names and order: equal sets train equally. */
  public String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(heading().getBytes(StandardCharsets.UTF_8));
      for (LabelledImage labelled : images) {
        String what =
            labelled.labels() + "\n" + labelled.subject() + "\n" + labelled.frame() + "\n";
        digest.update(what.getBytes(StandardCharsets.UTF_8));
        digest.update(labelled.image().rgb());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }

  /** Plain expressions read as they did before groups had names: their trainings resume. */
  private String heading() {
    boolean plain = labels.name().equals(LabelGroup.EXPRESSION) && labels.alternatives().isEmpty();
    return plain
        ? "LabelGroup[kind=%s, names=%s]".formatted(labels.kind(), labels.names())
        : labels.toString();
  }
}
