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

/** A prepared dataset of noise without expressions, of the smallest size that a DCGAN makes. */
final class UnlabelledFaces {

  static final int SIZE = 32;

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", SIZE, 0.2, true);

  private UnlabelledFaces() {}

  /** Writes and publishes it, all of it for training. */
  static PrefixRef publish(ObjectStore store, Path folder, int crops) throws IOException {
    Random random = new Random(1);
    try (DatasetWriter writer = new DatasetWriter(folder, 5)) {
      for (int i = 0; i < crops; i++) {
        byte[] rgb = new byte[3 * SIZE * SIZE];
        random.nextBytes(rgb);
        writer.add(crop(i), Png.encode(new RgbImage(SIZE, SIZE, rgb)));
      }
      writer.finish("unlabelled", RECIPE, new SplitPolicy(0, 0, 1), 0);
    }
    return TinyDataset.upload(store, folder);
  }

  private static CropRecord crop(int i) {
    return new CropRecord(
        "crop-" + i,
        "",
        i + ".png",
        "person-" + i,
        null,
        Map.of(),
        new FaceBox(8, 8, 16, 16, 0),
        new CropQuality(100, 100, 0.5),
        Split.TRAIN,
        "");
  }
}
