package io.mien.synth;

import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.failure.Unavailable;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelSpace;
import io.mien.synth.quality.GatedGenerator;
import io.mien.synth.quality.GatedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates items together; where that fails, each alone, so that one bad item fails by itself. If
 * none of the part was ever done, it is not the items' fault.
 */
final class ItemBatch {

  private static final Logger LOG = LoggerFactory.getLogger(ItemBatch.class);

  private final GatedGenerator generator;
  private final ItemOutput output;

  ItemBatch(GatedGenerator generator, ItemOutput output) {
    this.generator = generator;
    this.output = output;
  }

  void generate(List<ItemFace> faces) {
    Map<String, List<ItemFace>> byGroup =
        faces.stream().collect(Collectors.groupingBy(face -> face.item().group()));
    byGroup.forEach(
        (name, each) -> {
          LabelGroup group = group(name);
          try {
            together(each, group);
          } catch (RuntimeException e) {
            requireOfItems(e);
            alone(each, group, e);
          }
        });
  }

  private LabelGroup group(String name) {
    LabelSpace space = generator.own().labelSpace();
    return space.group(space.index(name));
  }

  private void together(List<ItemFace> faces, LabelGroup group) {
    List<KnownFace> inputs = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (ItemFace face : faces) {
      Generators.requireSize(face.image().width(), generator.own());
      for (String label : face.item().labels()) {
        inputs.add(face.known(group));
        wanted.add(label);
      }
    }
    List<GatedImage> images = generator.generate(group.name(), inputs, wanted);
    int next = 0;
    for (ItemFace face : faces) {
      int end = next + face.item().labels().size();
      output.add(face, images.subList(next, end));
      next = end;
    }
  }

  private void alone(List<ItemFace> faces, LabelGroup group, RuntimeException together) {
    if (faces.size() == 1 && !output.hasDone()) {
      throw together;
    }
    List<Runnable> failed = new ArrayList<>();
    for (ItemFace face : faces) {
      try {
        together(List.of(face), group);
      } catch (RuntimeException e) {
        requireOfItems(e);
        log(face, e);
        failed.add(() -> output.fail(face, codeOf(e), String.valueOf(e.getMessage())));
      }
    }
    if (!output.hasDone()) {
      throw together;
    }
    failed.forEach(Runnable::run);
  }

  private static void log(ItemFace face, RuntimeException e) {
    if (e instanceof InvalidInput) {
      LOG.info("Item {} is refused: {}", face.item().line(), e.getMessage());
    } else {
      LOG.warn("Item {} cannot be generated", face.item().line(), e);
    }
  }

  /** What says something of the machine or the task ends the attempt. */
  private static void requireOfItems(RuntimeException e) {
    if (e instanceof Cancelled || e instanceof Unavailable || e instanceof ResourceExhausted) {
      throw e;
    }
  }

  private static String codeOf(RuntimeException e) {
    return e instanceof InvalidInput invalid ? invalid.code() : "not-generated";
  }
}
