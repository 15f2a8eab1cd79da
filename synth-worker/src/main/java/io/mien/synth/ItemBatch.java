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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates items together; where that fails, each alone, so that one bad item fails by itself.
 * What fails before anything was generated is not the items' fault, unless they are refused and
 * others of the part were done before.
 */
final class ItemBatch {

  private static final Logger LOG = LoggerFactory.getLogger(ItemBatch.class);

  private final GatedGenerator generator;
  private final ItemOutput output;
  private boolean works;

  ItemBatch(GatedGenerator generator, ItemOutput output) {
    this.generator = generator;
    this.output = output;
  }

  /** An item that cannot be generated. */
  private record Failed(ItemFace face, RuntimeException reason) {}

  void generate(List<ItemFace> faces) {
    Map<String, List<ItemFace>> byGroup =
        faces.stream()
            .collect(
                Collectors.groupingBy(
                    face -> face.item().group(), LinkedHashMap::new, Collectors.toList()));
    List<Failed> failed = new ArrayList<>();
    byGroup.forEach((name, each) -> failed.addAll(generate(each, group(name))));
    failed.forEach(this::requireOfItem);
    for (Failed each : failed) {
      log(each.face(), each.reason());
      output.fail(each.face(), codeOf(each.reason()), String.valueOf(each.reason().getMessage()));
    }
  }

  private LabelGroup group(String name) {
    LabelSpace space = generator.own().labelSpace();
    return space.group(space.index(name));
  }

  /** Those of these items that cannot be generated. */
  private List<Failed> generate(List<ItemFace> faces, LabelGroup group) {
    List<GatedImage> images;
    try {
      images = images(faces, group);
    } catch (RuntimeException e) {
      requireOfItems(e);
      if (faces.size() == 1) {
        return List.of(new Failed(faces.get(0), e));
      }
      return faces.stream().flatMap(face -> generate(List.of(face), group).stream()).toList();
    }
    works = true;
    int next = 0;
    for (ItemFace face : faces) {
      int end = next + face.left().size();
      output.add(face, images.subList(next, end));
      next = end;
    }
    return List.of();
  }

  private List<GatedImage> images(List<ItemFace> faces, LabelGroup group) {
    List<KnownFace> inputs = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    for (ItemFace face : faces) {
      Generators.requireSize(face.image().width(), generator.own());
      for (String label : face.left()) {
        inputs.add(face.known(group));
        wanted.add(label);
      }
    }
    return generator.generate(group.name(), inputs, wanted);
  }

  private void requireOfItem(Failed failed) {
    boolean refused = failed.reason() instanceof InvalidInput;
    if (!works && !(refused && output.hasDone())) {
      throw failed.reason();
    }
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
