package io.mien.train.data;

import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.image.CropFrame;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.Png;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.CropReader;
import io.mien.store.dataset.PreparedDataset;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One part of a prepared dataset as decoded images in memory: 3 bytes a pixel, in the order of the
 * shards.
 */
public final class TrainingImages {

  private static final LabelGroup FACES = new LabelGroup(LabelKind.INDEPENDENT, List.of("face"));

  private final PreparedDataset dataset;
  private final TaskContext context;

  private TrainingImages(PreparedDataset dataset, TaskContext context) {
    this.dataset = dataset;
    this.context = context;
  }

  public static TrainingImages open(ObjectStore store, PrefixRef dataset, TaskContext context) {
    return new TrainingImages(
        PreparedDataset.open(store, dataset, context.workDirectory()), context);
  }

  public DatasetManifest manifest() {
    return dataset.manifest();
  }

  /**
   * Reads a part.
   *
   * @param imageSize side in pixels that the network was asked to have
   * @throws InvalidInput {@code image-size-mismatch} or {@code split-empty}
   */
  public ImageSet read(Split split, int imageSize) {
    requireSize(imageSize);
    LabelGroup labels = LabelGroup.exclusive(manifest().labels());
    List<LabelledImage> images = new ArrayList<>();
    forEachCrop(
        split,
        crop -> {
          String expression = crop.record().expression();
          if (expression != null) {
            images.add(image(crop, labels.index(expression)));
          }
        });
    requireSome(split, images);
    return new ImageSet(imageSize, labels, images);
  }

  /**
   * Reads every crop of a part, labelled or not, as faces without labels.
   *
   * @throws InvalidInput {@code image-size-mismatch} or {@code split-empty}
   */
  public ImageSet readFaces(Split split, int imageSize) {
    requireSize(imageSize);
    List<LabelledImage> images = new ArrayList<>();
    forEachCrop(split, crop -> images.add(image(crop, 0)));
    requireSome(split, images);
    return new ImageSet(imageSize, FACES, images);
  }

  private void forEachCrop(Split split, Consumer<Crop> consumer) {
    ProgressMeter meter =
        new ProgressMeter(context::progress, "read crops", "images", dataset.crops(split));
    try (CropReader reader = dataset.read(split)) {
      while (reader.hasNext()) {
        context.throwIfStopping();
        consumer.accept(reader.next());
        meter.advance(1);
      }
    }
  }

  private LabelledImage image(Crop crop, int label) {
    return new LabelledImage(
        Png.decode(crop.png()), label, crop.record().subject(), frame(crop.record().box()));
  }

  private CropFrame frame(FaceBox box) {
    return new CropFrame(
        box.x() + box.width() / 2,
        box.y() + box.height() / 2,
        manifest().recipe().side(box.width(), box.height()),
        box.rollDegrees());
  }

  private void requireSize(int imageSize) {
    int cropSize = manifest().recipe().size();
    if (cropSize != imageSize) {
      throw new InvalidInput(
          "image-size-mismatch",
          "Train at %d pixels on dataset %s: its crops are %d pixels. Ingest it with crops of %d pixels."
              .formatted(imageSize, manifest().name(), cropSize, imageSize));
    }
  }

  private void requireSome(Split split, List<LabelledImage> images) {
    if (images.isEmpty()) {
      throw new InvalidInput(
          "split-empty",
          "Read the %s part of dataset %s: it has no crop to learn from. It needs more people, or another split."
              .formatted(split.wireName(), manifest().name()));
    }
  }
}
