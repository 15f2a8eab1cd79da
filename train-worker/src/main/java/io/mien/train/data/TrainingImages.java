package io.mien.train.data;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.PrefixRef;
import io.mien.networks.image.CropFrame;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.CropReader;
import io.mien.store.dataset.PreparedDataset;
import io.mien.worker.ProgressMeter;
import io.mien.worker.TaskContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
   * A group of labels as this dataset has them.
   *
   * @param group one of {@link LabelGroups#ALL}
   * @param names of attributes
   * @throws InvalidInput {@code labels-missing} when the crops show less than two labels
   */
  public CropLabels labels(String group, List<String> names) {
    return switch (group) {
      case LabelGroups.ATTRIBUTES -> CropLabels.attributes(names);
      case LabelGroups.EXPRESSION -> CropLabels.exclusive(group, two(group, manifest().labels()));
      default -> CropLabels.exclusive(group, two(group, shown(group)));
    };
  }

  /**
   * The people of the training part who can be learned.
   *
   * @throws InvalidInput {@code labels-missing} when there are less than two
   */
  public KnownPeople people() {
    PeoplesPictures pictures = pictures(Split.TRAIN);
    SortedMap<String, List<String>> several = pictures.several();
    if (several.size() < 2) {
      throw new InvalidInput(
          "labels-missing",
          "Learn people from dataset %s: of the %d in its training part %d have two pictures or more of their own; two such people are needed at least. Say who is on each picture, in a column 'subject' of legend.csv: a picture of which nobody says it counts as a person of its own."
              .formatted(manifest().name(), pictures.people(), several.size()));
    }
    return new KnownPeople(several);
  }

  private PeoplesPictures pictures(Split split) {
    PeoplesPictures pictures = new PeoplesPictures();
    dataset.forEachRecord(split, pictures::add);
    return pictures;
  }

  /**
   * Reads pictures of people of the validation part whom a classifier has never seen, as faces
   * without labels; of very many people some. Empty when they are too few to tell anything.
   *
   * @throws InvalidInput {@code image-size-mismatch}
   */
  public Optional<ImageSet> readUnseen(KnownPeople known, int imageSize) {
    Set<String> chosen = UnseenPeople.choose(pictures(Split.VALIDATION).several(), known);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        readFaces(Split.VALIDATION, imageSize, chosen.size(), crop -> chosen.contains(crop.key())));
  }

  /**
   * Reads a part.
   *
   * @param imageSize side in pixels that the network was asked to have
   * @throws InvalidInput {@code image-size-mismatch} or {@code split-empty}
   */
  public ImageSet read(Split split, int imageSize, CropLabels labels) {
    return read(split, imageSize, List.of(labels)).get(0);
  }

  /**
   * Reads a part once for several groups of labels, which share the images. A crop is in the sets
   * of those groups whose labels its dataset tells.
   *
   * @throws InvalidInput {@code image-size-mismatch} or {@code split-empty}
   */
  public List<ImageSet> read(Split split, int imageSize, List<CropLabels> groups) {
    requireSize(imageSize);
    Map<CropLabels, List<LabelledImage>> images = new LinkedHashMap<>();
    groups.forEach(group -> images.put(group, new ArrayList<>()));
    forEachCropInMemory(split, dataset.crops(split), crop -> add(crop, images));
    images.forEach((labels, each) -> requireSome(split, labels, each));
    return images.entrySet().stream()
        .map(each -> new ImageSet(imageSize, each.getKey().group(), each.getValue()))
        .toList();
  }

  private void add(Crop crop, Map<CropLabels, List<LabelledImage>> images) {
    RgbImage image = null;
    for (Map.Entry<CropLabels, List<LabelledImage>> each : images.entrySet()) {
      Optional<HeldLabels> held = each.getKey().of(crop.record());
      if (held.isPresent()) {
        image = image == null ? Png.decode(crop.png()) : image;
        each.getValue().add(labelled(crop, image, held.get()));
      }
    }
  }

  /** Labels of an exclusive group that crops of any part show, in canonical order. */
  private List<String> shown(String group) {
    Set<String> shown = new HashSet<>();
    dataset.forEachRecord(crop -> crop.label(group).ifPresent(shown::add));
    return LabelGroups.canonical(group).stream().filter(shown::contains).toList();
  }

  private List<String> two(String group, List<String> shown) {
    if (shown.size() < 2) {
      throw new InvalidInput(
          "labels-missing",
          "Learn %s from dataset %s: its crops show %s; two labels are needed at least, such as %s. Label the pictures in a column '%s' of legend.csv."
              .formatted(group, manifest().name(), shown, LabelGroups.canonical(group), group));
    }
    return shown;
  }

  /**
   * Reads every crop of a part, labelled or not, as faces without labels.
   *
   * @throws InvalidInput {@code image-size-mismatch} or {@code split-empty}
   */
  public ImageSet readFaces(Split split, int imageSize) {
    return readFaces(split, imageSize, dataset.crops(split), crop -> true);
  }

  /**
   * @param most images that may be wanted
   */
  private ImageSet readFaces(Split split, int imageSize, int most, Predicate<CropRecord> wanted) {
    requireSize(imageSize);
    List<LabelledImage> images = new ArrayList<>();
    forEachCropInMemory(
        split,
        most,
        crop -> {
          if (wanted.test(crop.record())) {
            images.add(labelled(crop, Png.decode(crop.png()), HeldLabels.of(0)));
          }
        });
    requireSome(split, images);
    return new ImageSet(imageSize, FACES, images);
  }

  /** So many crops at most are kept by the consumer, which the heap must hold. */
  private void forEachCropInMemory(Split split, int kept, Consumer<Crop> consumer) {
    String part = "the %s part of dataset %s".formatted(split.wireName(), manifest().name());
    new HeapDemand(part, kept, manifest().recipe().size())
        .within(Runtime.getRuntime().maxMemory(), () -> forEachCrop(split, consumer));
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

  private LabelledImage labelled(Crop crop, RgbImage image, HeldLabels held) {
    return new LabelledImage(image, held, crop.record().subject(), frame(crop.record().box()));
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

  private void requireSome(Split split, CropLabels labels, List<LabelledImage> images) {
    if (images.isEmpty() && labels.group().kind() == LabelKind.INDEPENDENT) {
      throw new InvalidInput(
          "labels-missing",
          "Learn %s from dataset %s: no crop tells all of them; its columns are %s. Name columns that hold yes or no, or column=value."
              .formatted(labels.group().names(), manifest().name(), columns(split)));
    }
    requireSome(split, images);
  }

  private Set<String> columns(Split split) {
    Set<String> columns = new TreeSet<>();
    dataset.forEachRecord(split, crop -> columns.addAll(crop.attributes().keySet()));
    return columns;
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
