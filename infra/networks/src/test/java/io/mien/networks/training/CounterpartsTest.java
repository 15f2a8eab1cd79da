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
    float[] known = counterparts.write(batch, happy, BatchPart.whole(0, batch.length), memory);
    // Then: the happy picture of the same pose
    assertThat(known).containsOnly(1);
    for (int i : batch) {
      assertThat(number(memory, i)).isEqualTo(i / 3 * 3 + 1);
    }
  }

  @Test
  void whatOnlyOnePictureTellsKeepsNobodyApart() {
    // Given poses of the first three pictures alone, and a happy one among the others
    ImageSet expressions = plain(6);
    ImageSet first =
        new ImageSet(
            SIZE,
            Faces.LABELS,
            List.of(expressions.get(0), expressions.get(2), expressions.get(3)));
    ImageSet poses = Datasets.relabelled(first, POSES, i -> HeldLabels.of(i % 2));
    TrainingSets sets = new TrainingSets(List.of(expressions, poses));
    AugmentedPixels pixels = new AugmentedPixels(expressions, Augmentation.none(), 1);
    Counterparts counterparts = new Counterparts(sets, 0, pixels, 1);
    PixelMemory memory = new PixelMemory(2, SIZE);
    // When: a happy picture and a sad one for the first two pictures
    float[] known =
        counterparts.write(
            new int[] {0, 1},
            List.of(HeldLabels.of(1), HeldLabels.of(2)),
            BatchPart.whole(0, 2),
            memory);
    // Then
    assertThat(known).containsOnly(1);
    assertThat(number(memory, 0)).isIn(1, 4);
    assertThat(number(memory, 1)).isIn(2, 5);
    // When: a sad picture for the first, whose pose that of picture 2 contradicts
    counterparts.write(
        new int[] {0, 1},
        List.of(HeldLabels.of(2), HeldLabels.of(2)),
        BatchPart.whole(0, 2),
        memory);
    // Then
    assertThat(number(memory, 0)).isEqualTo(5);
  }

  /** Which picture is at a place of the batch. */
  private static int number(PixelMemory memory, int at) {
    return Math.round((memory.values().get(3 * SIZE * SIZE * at) + 1) * 127.5f / 10);
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
