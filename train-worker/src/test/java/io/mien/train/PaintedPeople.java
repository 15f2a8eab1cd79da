package io.mien.train;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.DatasetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** A prepared dataset of small noisy pictures without expressions, each person in a colour. */
final class PaintedPeople implements AutoCloseable {

  static final int SIZE = 16;

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", SIZE, 0.15, true);

  private final Path folder;
  private final DatasetWriter writer;
  private final Random random = new Random(11);

  PaintedPeople(Path folder) throws IOException {
    this.folder = folder;
    this.writer = new DatasetWriter(folder, 50);
  }

  /** Adds people with so many pictures each; their names begin in the same way. */
  PaintedPeople with(Split split, String name, int people, int pictures) throws IOException {
    for (int person = 0; person < people; person++) {
      String subject = name + "-" + person;
      int[] colour = {random.nextInt(200), random.nextInt(200), random.nextInt(200)};
      for (int picture = 0; picture < pictures; picture++) {
        writer.add(crop(split, subject, picture), Png.encode(picture(colour)));
      }
    }
    return this;
  }

  PrefixRef publish(ObjectStore store) throws IOException {
    writer.finish("painted", RECIPE, new SplitPolicy(0.2, 0.2, 1), 0);
    return TinyDataset.upload(store, folder);
  }

  private RgbImage picture(int[] colour) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (colour[i % 3] + random.nextInt(56));
    }
    return new RgbImage(SIZE, SIZE, rgb);
  }

  private static CropRecord crop(Split split, String subject, int picture) {
    String key = "%s-%s-%d".formatted(split.wireName(), subject, picture);
    return new CropRecord(
        key,
        "",
        key + ".png",
        subject,
        null,
        Map.of(),
        new FaceBox(8, 8, 16, 16, 0),
        new CropQuality(100, 100, 0.5),
        split,
        "");
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
