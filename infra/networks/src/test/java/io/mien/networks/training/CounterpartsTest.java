package io.mien.networks.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
  private static final int SIZE = 8;
  private static final LabelGroup POSES =
      LabelGroup.exclusive("pose", List.of("straight", "half-left", "half-right"));

  @Test
  void counterpartsAgreeWithTheImageInOtherGroups() {
    // Given one person in every expression and pose
    ImageSet expressions = plain(9);
    ImageSet poses = Datasets.relabelled(expressions, POSES, i -> HeldLabels.of(i / 3));
    TrainingSets sets = new TrainingSets(List.of(expressions, poses));
    AugmentedPixels pixels = new AugmentedPixels(expressions, Augmentation.none(), 1);
    Counterparts counterparts = new Counterparts(sets, 0, pixels, 1);
    int[] batch = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    List<HeldLabels> happy = Arrays.stream(batch).mapToObj(i -> HeldLabels.of(1)).toList();
    PixelMemory memory = new PixelMemory(batch.length, SIZE);
    // When
    float[] known = counterparts.write(batch, happy, 0, memory);
    // Then: the happy picture of the same pose
    assertThat(known).containsOnly(1);
    for (int i : batch) {
      float value = memory.values().get(3 * SIZE * SIZE * i);
      assertThat(Math.round((value + 1) * 127.5f / 10)).isEqualTo(i / 3 * 3 + 1);
    }
  }

  /** Pictures whose grey tells their number; expressions by turns. */
  private static ImageSet plain(int count) {
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] rgb = new byte[3 * SIZE * SIZE];
      Arrays.fill(rgb, (byte) (10 * i));
      images.add(new LabelledImage(new RgbImage(SIZE, SIZE, rgb), i % 3, "person"));
    }
    return new ImageSet(SIZE, Faces.LABELS, images);
  }
}
