package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.FaceSelection;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.NearDuplicatePolicy;
import io.mien.contracts.dataset.NearDuplicates;
import io.mien.contracts.dataset.QualityLimits;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.layout.Folders;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which faces of a dataset become crops: choice, quality, near-duplicates. */
class FaceSelectionIT {

  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 40_000_000, 16);
  private static final CropRecipe CASCADE = new CropRecipe("cascade-v1", 64, 0.15, true);
  private static final CropRecipe WHOLE = new CropRecipe("whole-picture", 64, 0, false);
  private static final DrawnDataset DRAWN = DrawnDataset.of(6, 1);

  private static MinioObjectStore store;
  private static CropperPool croppers;

  @TempDir Path root;
  @TempDir Path work;

  @BeforeAll
  static void open() {
    TestObjectStore server = TestServers.objectStore();
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                server.endpoint(),
                server.accessKey(),
                server.secretKey(),
                server.freshNamespace()));
    store.createBuckets();
    OpenCv.load(2L << 30, 2);
    croppers = new CropperPool(() -> new OpenCvFaceCropper(new PictureDecoder(LIMITS)));
  }

  @AfterAll
  static void close() {
    croppers.close();
    store.close();
  }

  @BeforeEach
  void drawPeople() throws IOException {
    for (DrawnFace face : DRAWN.faces()) {
      if (face.expression().ordinal() < 2) {
        write(face.expression().label(), face.subject() + ".png", face.render(160));
      }
    }
  }

  @Test
  void everyFaceOfAPictureBecomesACropWithAKeyOfItsOwn() throws IOException {
    Folders.write(root, "happy/both.png", MixedDataset.twoFaces());

    DatasetPrepared one = ingest(CASCADE, FaceSelection.DEFAULTS);
    DatasetPrepared all = ingest(CASCADE, new FaceSelection(FaceChoice.ALL));

    List<CropRecord> both = of(all, "happy/both.png");
    assertThat(of(one, "happy/both.png")).hasSize(1);
    assertThat(both).hasSize(2);
    assertThat(both.get(1).key()).isEqualTo(both.get(0).key() + "-2");
    assertThat(both.get(1).split()).isEqualTo(both.get(0).split());
    assertThat(all.summary().files()).isEqualTo(one.summary().files()).isEqualTo(13);
    assertThat(crops(all)).hasSize(crops(one).size() + 1);
  }

  @Test
  void theVersionBeforeGivesAllFacesAgainButOnlyToTheSameSelection() throws IOException {
    Folders.write(root, "happy/both.png", MixedDataset.twoFaces());
    FaceSelection all = new FaceSelection(FaceChoice.ALL);
    DatasetPrepared before = ingest(CASCADE, all);

    Ingesting again = ingesting();
    DatasetPrepared after = again.ingest(request(CASCADE, all), before.dataset());
    Ingesting other = ingesting();
    other.ingest(request(CASCADE, FaceSelection.DEFAULTS), before.dataset());

    assertThat(again.detected().get(0).reused()).isEqualTo(before.summary().files());
    assertThat(after.summary().fingerprint()).isEqualTo(before.summary().fingerprint());
    assertThat(other.detected().get(0).reused()).isZero();
  }

  @Test
  void facesBeyondALimitAreRejectedWithTheMeasure() throws IOException {
    BufferedImage dark = DRAWN.withSeed(9).faces().get(0).render(160);
    for (int i = 0; i < 160 * 160; i++) {
      dark.setRGB(i % 160, i / 160, dark.getRGB(i % 160, i / 160) >> 3 & 0x1F1F1F);
    }
    write("happy", "dark.png", dark);
    write("happy", "small.png", DRAWN.withSeed(8).faces().get(0).render(40));
    QualityLimits limits = new QualityLimits(100.0, null, 40.0, null, null, null);

    DatasetPrepared result = ingest(WHOLE, new FaceSelection(null, null, limits, null));

    Map<String, Rejection> rejections = rejections(result);
    assertThat(rejections).containsOnlyKeys("happy/dark.png", "happy/small.png");
    assertThat(rejections.get("happy/dark.png").code()).isEqualTo(Rejection.Code.TOO_DARK);
    assertThat(rejections.get("happy/small.png"))
        .isEqualTo(
            new Rejection(
                "happy/small.png",
                Rejection.Code.FACE_TOO_SMALL,
                "the face is 40 pixels wide, less than the limit of 100"));
    assertThat(result.summary().files()).isEqualTo(14);
  }

  @Test
  void nearDuplicatesAreReportedOrRejected() throws IOException {
    DrawnFace copied = DRAWN.withSeed(7).faces().get(0);
    write("happy", "Z1_1.png", copied.render(160));
    write("happy", "Z2_1.png", copied.render(150));

    NearDuplicates reported =
        Objects.requireNonNull(ingest(WHOLE, FaceSelection.DEFAULTS).summary().nearDuplicates());
    DatasetPrepared rejected =
        ingest(WHOLE, new FaceSelection(null, null, null, NearDuplicatePolicy.REJECT));

    assertThat(reported.pairs()).isPositive();
    assertThat(reported.acrossSubjects()).isPositive();
    Rejection rejection = rejections(rejected).get("happy/Z2_1.png");
    assertThat(rejection.code()).isEqualTo(Rejection.Code.NEAR_DUPLICATE);
    assertThat(rejection.detail()).startsWith("looks nearly the same as happy/Z1_1.png (");
    assertThat(of(rejected, "happy/Z1_1.png")).hasSize(1);
    assertThat(Objects.requireNonNull(rejected.summary().nearDuplicates()).pairs()).isZero();
  }

  private void write(String folder, String name, BufferedImage image) throws IOException {
    Folders.write(root, folder + "/" + name, MixedDataset.encode(image, "png"));
  }

  private DatasetPrepared ingest(CropRecipe recipe, FaceSelection faces) throws IOException {
    return ingesting().ingest(request(recipe, faces));
  }

  private Ingesting ingesting() {
    Path directory = work.resolve(UUID.randomUUID().toString());
    return new Ingesting(Ingesting.handler(store, croppers, 1, 100), store, directory);
  }

  private IngestDataset request(CropRecipe recipe, FaceSelection faces) {
    return new IngestDataset(
        new DatasetId(new UUID(0, 1)),
        "faces",
        root.toUri(),
        "auto",
        recipe,
        new SplitPolicy(0.2, 0.2, 7),
        LayoutOptions.DEFAULTS.with(faces));
  }

  private List<CropRecord> of(DatasetPrepared result, String source) {
    return crops(result).stream().filter(crop -> crop.source().equals(source)).toList();
  }

  private List<CropRecord> crops(DatasetPrepared result) {
    List<CropRecord> crops = new ArrayList<>();
    PreparedDataset prepared = PreparedDataset.open(store, result.dataset(), work);
    for (Split split : Split.values()) {
      prepared.forEachRecord(split, crops::add);
    }
    return crops;
  }

  private static Map<String, Rejection> rejections(DatasetPrepared result) throws IOException {
    Map<String, Rejection> rejections = new HashMap<>();
    for (String line : new String(store.read(result.rejections()), UTF_8).lines().toList()) {
      Rejection rejection = WireJson.MAPPER.readValue(line, Rejection.class);
      rejections.put(rejection.source(), rejection);
    }
    return rejections;
  }
}
