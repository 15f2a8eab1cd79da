package io.mien.train.loop;

import io.mien.networks.image.RgbImage;
import java.util.List;

/**
 * A picture of what a network can do.
 *
 * @param columns what its columns show; empty where they have no names
 */
public record SampleGrid(RgbImage image, List<String> columns) {

  public SampleGrid {
    columns = List.copyOf(columns);
  }
}
