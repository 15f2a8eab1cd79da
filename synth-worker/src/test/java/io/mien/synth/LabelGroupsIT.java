package io.mien.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.ImagesSynthesised;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionGenerator;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.store.Sha256;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that knows poses and attributes. */
class LabelGroupsIT {

  private static final LabelGroup ATTRIBUTES =
      LabelGroup.independent(
          "attributes",
          List.of("hair_colour=black", "hair_colour=blond", "glasses"),
          List.of(List.of("hair_colour=black", "hair_colour=blond")));

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef dataset;
  private static PrefixRef checkpoint;
  private static Path checkpointFolder;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    dataset = TinyDataset.publish(store, folder.resolve("dataset"), Map.of(Split.TEST, 2));
    checkpointFolder = folder.resolve("checkpoint");
    checkpoint =
        TinyGenerator.publish(
            store,
            checkpointFolder,
            images(LabelGroup.exclusive("pose", TinyDataset.POSES)),
            images(ATTRIBUTES));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void everyCropGetsEveryPose() throws Exception {
    SynthesisManifest manifest = manifest(synthesise(inGroup("pose")));

    assertThat(manifest.group()).isEqualTo("pose");
    assertThat(manifest.expressions()).isEqualTo(TinyDataset.POSES);
    assertThat(items(manifest))
        .hasSize(2 * 3 * 3)
        .allSatisfy(item -> assertThat(item.source()).isIn(TinyDataset.POSES))
        .extracting(SynthesisedImage::expression)
        .containsOnlyElementsOf(TinyDataset.POSES);
  }

  @Test
  void aPhotoKeepsTheAttributesThatItHoldsButTheOneThatIsAskedFor() throws Exception {
    RgbImage face = TinyDataset.picture("happy", new Random(3));
    ObjectRef photo = upload(Png.encode(face));

    ImagesSynthesised result =
        synthesise(
            new SynthesisePhoto(
                photo,
                checkpoint,
                List.of("hair_colour=blond"),
                "attributes",
                List.of("hair_colour=black", "glasses")));

    byte[] pixels = Png.decode(store.read(result.images().get(0).image())).rgb();
    try (ExpressionGenerator generator = ExpressionGenerator.load(checkpointFolder, Device.cpu())) {
      HeldLabels held = ATTRIBUTES.held(List.of("hair_colour=black", "glasses"));
      KnownFace known = new KnownFace(face, Map.of("attributes", held));
      assertThat(pixels)
          .isEqualTo(translated(generator, known))
          .isNotEqualTo(translated(generator, KnownFace.of(face)));
    }
  }

  @Test
  void unknownGroupAndContradictingAttributesAreRefused() {
    assertThat(refusal(inGroup("mood")))
        .hasMessageContaining("'mood'")
        .hasMessageContaining("[pose, attributes]");
    ObjectRef photo = upload(Png.encode(TinyDataset.picture("sad", new Random(4))));
    SynthesisePhoto twoColours =
        new SynthesisePhoto(
            photo,
            checkpoint,
            List.of(),
            "attributes",
            List.of("hair_colour=black", "hair_colour=blond"));
    assertThat(refusal(twoColours)).hasMessageContaining("At most one");
  }

  private static byte[] translated(ExpressionGenerator generator, KnownFace face) {
    return generator
        .translate("attributes", List.of(face), List.of("hair_colour=blond"))
        .get(0)
        .rgb();
  }

  private static SynthesiseDataset inGroup(String group) {
    return new SynthesiseDataset(dataset, Split.TEST, checkpoint, group, List.of(), 0);
  }

  private static ImageSet images(LabelGroup group) {
    Random random = new Random(8);
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int label = i % group.size();
      images.add(
          new LabelledImage(
              TinyDataset.picture(TinyDataset.LABELS.get(label), random),
              HeldLabels.of(label),
              "p" + i,
              null));
    }
    return new ImageSet(TinyDataset.SIZE, group, images);
  }

  private ImagesSynthesised synthesise(TaskSpec task) throws Exception {
    return (ImagesSynthesised) TestEngine.handle(store, work, new Attempt(task, store, work));
  }

  private InvalidInput refusal(TaskSpec task) {
    return catchThrowableOfType(InvalidInput.class, () -> synthesise(task));
  }

  private static ObjectRef upload(byte[] photo) {
    return store.put(Bucket.SYNTHESES, "uploads/" + Sha256.of(photo), photo, "image/png");
  }

  private static SynthesisManifest manifest(ImagesSynthesised result) throws IOException {
    return WireJson.MAPPER.readValue(
        store.read(result.synthesis().manifest()), SynthesisManifest.class);
  }

  private static List<SynthesisedImage> items(SynthesisManifest manifest) throws IOException {
    List<SynthesisedImage> items = new ArrayList<>();
    for (String line : new String(store.read(manifest.items())).lines().toList()) {
      items.add(WireJson.MAPPER.readValue(line, SynthesisedImage.class));
    }
    return items;
  }
}
