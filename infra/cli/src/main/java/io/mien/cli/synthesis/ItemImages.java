package io.mien.cli.synthesis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The images of an item, saved one after the other.
 *
 * @param line number of the item, from 1
 */
record ItemImages(int line, List<ImageFile> images, Arrival arrival)
    implements Callable<ItemImages.Outcome> {

  ItemImages {
    images = List.copyOf(images);
  }

  /**
   * @param saved how many were not there before
   * @param troubles of each image that could not be saved, a sentence
   */
  record Outcome(int line, int saved, List<String> troubles) {

    Outcome {
      troubles = List.copyOf(troubles);
    }
  }

  @Override
  public Outcome call() throws IOException {
    List<String> troubles = new ArrayList<>();
    int saved = 0;
    for (ImageFile image : images) {
      if (!image.isSaved()) {
        Optional<String> trouble = image.save(arrival);
        trouble.ifPresent(troubles::add);
        saved += trouble.isEmpty() ? 1 : 0;
      }
    }
    return new Outcome(line, saved, troubles);
  }
}
