package io.mien.synth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.djl.Device;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.FacesManifest;
import io.mien.contracts.result.GeneratedFace;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.FaceGenerator;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceGenerationIT {

  /** Three batches, and more than a contact sheet shows. */
  private static final int FACES = 70;

  private static final long SEED = 7;

  @TempDir static Path folder;
  private static MinioObjectStore store;
  private static PrefixRef checkpoint;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
    store = TestStore.open();
    checkpoint = TinyFaceGenerator.publish(store, folder);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void facesAreThoseOfTheCheckpointsGenerator() throws Exception {
    FacesGenerated result = generate(SEED, FACES);

    assertThat(result.seed()).isEqualTo(SEED);
    assertThat(result.count()).isEqualTo(FACES);
    FacesManifest manifest = manifest(result);
    assertThat(manifest.checkpoint()).isEqualTo(checkpoint);
    assertThat(manifest.seed()).isEqualTo(SEED);
    assertThat(manifest.count()).isEqualTo(FACES);
    List<GeneratedFace> faces = faces(result);
    assertThat(faces).hasSize(FACES);
    try (FaceGenerator generator = FaceGenerator.load(folder, Device.cpu())) {
      List<RgbImage> wanted = generator.generate(SEED, 0, FACES);
      for (int i = 0; i < FACES; i++) {
        assertThat(faces.get(i).number()).isEqualTo(i);
        assertThat(Png.decode(store.read(faces.get(i).image())).rgb())
            .as("face %d", i)
            .isEqualTo(wanted.get(i).rgb());
      }
    }
    RgbImage sheet = Png.decode(store.read(result.contactSheet()));
    assertThat(List.of(sheet.width(), sheet.height()))
        .containsExactly(8 * TinyFaceGenerator.SIZE, 8 * TinyFaceGenerator.SIZE);
  }

  @Test
  void theSameSeedGivesTheSameBytesHoweverManyAreDrawn() throws Exception {
    List<String> many = digests(generate(SEED, 40));
    List<String> few = digests(generate(SEED, 3));
    List<String> others = digests(generate(SEED + 1, 3));

    assertThat(few).isEqualTo(many.subList(0, 3));
    assertThat(many).doesNotHaveDuplicates().doesNotContainAnyElementsOf(others);
  }

  @Test
  void everyFaceSaysThatItIsGeneratedAndFromWhat() throws Exception {
    for (GeneratedFace face : faces(generate(SEED, 3))) {
      assertThat(PngTexts.of(store.read(face.image())))
          .containsOnly(
              Map.entry(
                  "digitalSourceType",
                  "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"),
              Map.entry("Software", "Mien"),
              Map.entry("checkpoint", checkpoint.manifest().sha256()),
              Map.entry("seed", "7"),
              Map.entry("number", Integer.toString(face.number())));
    }
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefused(@TempDir Path other) throws Exception {
    PrefixRef starGan = TinyGenerator.publish(store, other, TinyDataset.LABELS);

    assertThat(refusal(new GenerateFaces(starGan, SEED, 1)).code())
        .isEqualTo("checkpoint-unreadable");
    byte[] photo = Png.encode(new RgbImage(32, 32, new byte[3 * 32 * 32]));
    assertThat(
            refusal(
                    new SynthesisePhoto(
                        store.put(Bucket.SYNTHESES, "uploads/f/photo", photo, "image/png"),
                        checkpoint,
                        List.of()))
                .code())
        .isEqualTo("checkpoint-unreadable");
  }

  @Test
  void aStoppedGenerationPublishesNothing() {
    Attempt attempt =
        new Attempt(new GenerateFaces(checkpoint, SEED, 1000), store, work).stoppingAfter(32);

    assertThatThrownBy(() -> TestEngine.handle(store, work, attempt)).isInstanceOf(Cancelled.class);

    assertThat(store.size(Bucket.SYNTHESES, attempt.prefix() + "faces.json")).isEmpty();
  }

  private FacesGenerated generate(long seed, int count) throws Exception {
    TaskSpec task = new GenerateFaces(checkpoint, seed, count);
    return (FacesGenerated) TestEngine.handle(store, work, new Attempt(task, store, work));
  }

  private InvalidInput refusal(TaskSpec task) {
    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class,
            () -> TestEngine.handle(store, work, new Attempt(task, store, work)));
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  private static List<String> digests(FacesGenerated result) throws IOException {
    return faces(result).stream().map(face -> face.image().sha256()).toList();
  }

  private static FacesManifest manifest(FacesGenerated result) throws IOException {
    return WireJson.MAPPER.readValue(store.read(result.faces().manifest()), FacesManifest.class);
  }

  private static List<GeneratedFace> faces(FacesGenerated result) throws IOException {
    List<GeneratedFace> faces = new ArrayList<>();
    for (String line : new String(store.read(manifest(result).items()), UTF_8).lines().toList()) {
      faces.add(WireJson.MAPPER.readValue(line, GeneratedFace.class));
    }
    return faces;
  }
}
