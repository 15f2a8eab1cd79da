package io.mien.synth.reuse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was made of a face until now, whatever was asked for each time.
 *
 * @param images one of each label
 */
public record MadeItem(List<MadeImage> images) {

  /** Of which nothing was made. */
  public static final MadeItem NONE = new MadeItem(List.of());

  public MadeItem {
    images = List.copyOf(images);
  }

  /** The image of a label, if there is one. */
  public Optional<MadeImage> of(String label) {
    return images.stream().filter(image -> image.label().equals(label)).findFirst();
  }

  /** Those images, and of every other label what there was. */
  public MadeItem with(List<MadeImage> newer) {
    List<String> labels = newer.stream().map(MadeImage::label).toList();
    return new MadeItem(
        Stream.concat(
                images.stream().filter(image -> !labels.contains(image.label())), newer.stream())
            .toList());
  }

  /** Without those images. */
  public MadeItem without(List<MadeImage> gone) {
    return new MadeItem(images.stream().filter(image -> !gone.contains(image)).toList());
  }
}
