package io.mien.networks.inference;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.ArrayMemory;
import io.mien.networks.device.Autograd;
import io.mien.networks.image.ImageGrid;
import io.mien.networks.image.PixelArrays;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelEdit;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.networks.label.LabelRows;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.stargan.Generator;
import io.mien.networks.stargan.GeneratorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A trained generator: faces of the checkpoint's size get another expression, pose or attribute.
 * What does not say which group of labels it means, means the first. One thread owns it.
 */
public final class ExpressionGenerator implements AutoCloseable {
  public static final String FILE = "generator.safetensors";
  private static final int CHUNK = 32;

  private final Translation translation;
  private final LabelSpace labels;
  private final int imageSize;
  private final NDManager manager;

  private ExpressionGenerator(
      Translation translation, LabelSpace labels, int imageSize, NDManager manager) {
    this.translation = translation;
    this.labels = labels;
    this.imageSize = imageSize;
    this.manager = manager;
  }

  /** Loads the weights that a StarGAN checkpoint offers. */
  public static ExpressionGenerator load(Path folder, Device device) {
    CheckpointDirectory checkpoint = CheckpointDirectory.open(folder, NetworkKind.STARGAN);
    CheckpointManifest manifest = checkpoint.manifest();
    GeneratorSpec spec = checkpoint.training("generator", GeneratorSpec.class);
    Safetensors file = checkpoint.read(FILE);
    LabelSpace labels = manifest.labelSpace();
    return OwnedArrays.open(
        device,
        manager -> {
          Generator generator = Generator.initialize(spec, labels, manager, 0);
          CheckpointDirectory.restore(generator.parameters(), file, "");
          Translation translation = Translation.fastest(generator, manifest.imageSize());
          return new ExpressionGenerator(translation, labels, manifest.imageSize(), manager);
        });
  }

  /**
   * Uses a generator that someone else owns, as its weights are at each call; closing does nothing
   * to it.
   */
  public static ExpressionGenerator over(
      Generator generator, LabelSpace labels, int imageSize, NDManager parent) {
    NDManager manager = parent.newSubManager();
    return new ExpressionGenerator(Translation.plain(generator), labels, imageSize, manager);
  }

  /** The first group of labels, of most checkpoints the only one. */
  public LabelGroup labels() {
    return labels.group(0);
  }

  /** All groups of labels. */
  public LabelSpace labelSpace() {
    return labels;
  }

  /** A group by its name; an unknown one is an error that lists what is known. */
  public LabelGroup labels(String group) {
    return labels.group(labels.index(group));
  }

  public int imageSize() {
    return imageSize;
  }

  /**
   * The most that it keeps of the device's memory between two calls, which grows with the largest
   * of them.
   */
  public long bytes() {
    return ArrayMemory.bytes(manager);
  }

  /** Face i gets label i. Unknown labels and wrong sizes are refused before anything is drawn. */
  public List<RgbImage> translate(List<RgbImage> faces, List<String> targets) {
    return translate(labels().name(), faces.stream().map(KnownFace::of).toList(), targets);
  }

  /**
   * Face i gets label i of a group. Of independent labels it keeps those it holds, but the one that
   * is asked for, which is edited ({@link LabelEdit}). Unknown groups and labels and wrong sizes
   * are refused before anything is drawn.
   */
  public List<RgbImage> translate(String group, List<KnownFace> faces, List<String> targets) {
    if (faces.size() != targets.size()) {
      throw new IllegalArgumentException(
          "%d faces, but %d targets.".formatted(faces.size(), targets.size()));
    }
    int index = labels.index(group);
    List<HeldLabels> wanted = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      verify(faces.get(i).image());
      wanted.add(edited(labels.group(index), faces.get(i), targets.get(i)));
    }
    List<RgbImage> results = new ArrayList<>();
    for (int start = 0; start < wanted.size(); start += CHUNK) {
      int end = Math.min(wanted.size(), start + CHUNK);
      results.addAll(chunk(faces.subList(start, end), index, wanted.subList(start, end)));
    }
    return results;
  }

  private static HeldLabels edited(LabelGroup group, KnownFace face, String target) {
    LabelEdit edit = new LabelEdit(group, group.index(target));
    if (group.kind() == LabelKind.EXCLUSIVE) {
      return edit.of(HeldLabels.none()); // whatever the face shows now
    }
    HeldLabels held = face.holds().getOrDefault(group.name(), HeldLabels.none());
    group.requireFits(held);
    return edit.of(held);
  }

  /** One face with every label of the first group, in the labels' order. */
  public List<RgbImage> all(RgbImage face) {
    return all(labels().name(), KnownFace.of(face));
  }

  /** One face with every label of a group, in the labels' order. */
  public List<RgbImage> all(String group, KnownFace face) {
    List<String> names = labels(group).names();
    return translate(group, Collections.nCopies(names.size(), face), names);
  }

  /** Each face in a row, followed by the same face with every label, group by group. */
  public RgbImage grid(List<RgbImage> faces) {
    return gridOf(faces.stream().map(KnownFace::of).toList());
  }

  /** A grid of faces of which something is known. */
  public RgbImage gridOf(List<KnownFace> faces) {
    List<RgbImage> cells = new ArrayList<>();
    for (KnownFace face : faces) {
      cells.add(face.image());
      labels.groups().forEach(group -> cells.addAll(all(group.name(), face)));
    }
    return ImageGrid.of(cells, labels.labels() + 1);
  }

  private void verify(RgbImage face) {
    if (face.width() != imageSize || face.height() != imageSize) {
      throw new IllegalArgumentException(
          "The face is %d x %d, the network takes %d x %d."
              .formatted(face.width(), face.height(), imageSize, imageSize));
    }
  }

  private List<RgbImage> chunk(List<KnownFace> faces, int group, List<HeldLabels> wanted) {
    DistinctFaces distinct = DistinctFaces.of(faces.stream().map(KnownFace::image).toList());
    try (Autograd silent = Autograd.silent();
        NDManager scope = manager.newSubManager();
        NDArray x = PixelArrays.toArray(distinct.images(), scope);
        NDArray conditions = LabelRows.conditions(labels, group, wanted, scope);
        NDArray y = translation.forward(x, distinct.indices(), conditions)) {
      return PixelArrays.toImages(y);
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
