package io.mien.train;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fixed faces of a training's sample grids: spread evenly over the training images. */
final class SampleFaces {

  private static final int ROWS = 6;

  private SampleFaces() {}

  static List<RgbImage> of(ImageSet images) {
    int rows = Math.min(ROWS, images.size());
    List<RgbImage> faces = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      faces.add(images.get((int) ((long) row * images.size() / rows)).image());
    }
    return faces;
  }

  /** What the columns of such a grid show. */
  static List<String> columns(List<LabelGroup> groups) {
    return Stream.concat(Stream.of("input"), groups.stream().flatMap(each -> each.names().stream()))
        .toList();
  }
}
