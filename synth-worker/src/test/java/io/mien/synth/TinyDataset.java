package io.mien.synth;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.LabelGroup;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.DatasetFiles;
import io.mien.store.dataset.DatasetWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A prepared dataset of small pictures, one of each label for every person, whose label shows as a
 * bright stripe.
 */
final class TinyDataset {

  static final int SIZE = 16;
  static final List<String> LABELS = List.of("neutral", "happy", "sad");

  /** The pose of the picture with the label of the same index. */
  static final List<String> POSES = List.of("half-left", "straight", "half-right");

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", SIZE, 0.15, true);

  /** On which the pictures may be used. */
  static final UsageTerms TERMS =
      UsageTerms.stated("CC-BY-NC-4.0", CommercialUse.FORBIDDEN, Minors.NONE, "protocol 7");

  private TinyDataset() {}

  /**
   * Writes and publishes it.
   *
   * @param people how many there are in each part
   */
  static PrefixRef publish(ObjectStore store, Path folder, Map<Split, Integer> people)
      throws IOException {
    Random random = new Random(7);
    try (DatasetWriter writer = new DatasetWriter(folder, 16)) {
      for (Split split : Split.values()) {
        for (int person = 0; person < people.getOrDefault(split, 0); person++) {
          for (String label : LABELS) {
            writer.add(crop(split, person, label), Png.encode(picture(label, random)));
          }
        }
      }
      writer.finish("tiny", RECIPE, new SplitPolicy(0.2, 0.2, 1), 0, TERMS);
    }
    return Published.folder(store, Bucket.DATASETS, folder, DatasetFiles.MANIFEST);
  }

  private static CropRecord crop(Split split, int person, String label) {
    String subject = split.wireName() + "-" + person;
    return new CropRecord(
        subject + "-" + label,
        "",
        label + "/" + subject + ".png",
        subject,
        label,
        Map.of(
            "pose",
            POSES.get(LABELS.indexOf(label)),
            "glasses",
            person % 2 == 0 ? "yes" : "no",
            "hair_colour",
            person % 2 == 0 ? "black" : "blond"),
        new FaceBox(8, 8, 16, 16, 0),
        new CropQuality(100, 100, 0.5),
        split,
        "");
  }

  static RgbImage picture(String label, Random random) {
    byte[] rgb = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < rgb.length; i++) {
      boolean stripe = i / (3 * SIZE) * LABELS.size() / SIZE == LABELS.indexOf(label);
      rgb[i] = (byte) ((stripe ? 170 : 40) + random.nextInt(60));
    }
    return new RgbImage(SIZE, SIZE, rgb);
  }

  /** The same kind of pictures for a network to learn from, of people that are in no part. */
  static ImageSet trainingImages(List<String> labels) {
    Random random = new Random(8);
    List<LabelledImage> images = new ArrayList<>();
    for (int person = 0; person < 8; person++) {
      for (int label = 0; label < labels.size(); label++) {
        images.add(new LabelledImage(picture(labels.get(label), random), label, "p" + person));
      }
    }
    return new ImageSet(SIZE, LabelGroup.exclusive(labels), images);
  }
}
