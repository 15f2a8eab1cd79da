package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.Purpose;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.DrawnFace;
import io.mien.drawn.Layout;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets as they are published, from their files to the prepared dataset. */
class PublicDatasetsIT {

  /** Faces fill the pictures, and none is missed. */
  private static final CropRecipe WHOLE = new CropRecipe("whole-picture", 48, 0, false);

  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 40_000_000, 16);
  private static final SplitPolicy SPLIT = new SplitPolicy(0.2, 0.2, 7);

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

  @Test
  void celebaGivesCropsWithAttributesAndWithoutExpressions() throws IOException {
    DrawnDataset drawn = DrawnDataset.of(20, 1).withSize(64);
    drawn.write(root, Layout.CELEBA, (done, total) -> {});
    Folders.write(root, "img_align_celeba/999999.jpg", "no picture");

    DatasetPrepared result = ingest(LayoutOptions.DEFAULTS, SPLIT.with(SplitUnit.OFFICIAL));

    List<CropRecord> crops = crops(result);
    assertThat(crops).hasSize(drawn.faces().size());
    assertThat(crops)
        .allSatisfy(
            crop -> {
              assertThat(crop.expression()).isNull();
              assertThat(crop.attributes()).containsKeys("Smiling", "Black_Hair");
              assertThat(crop.split().wireName()).isEqualTo(crop.attributes().get("partition"));
            });
    assertThat(result.summary().labels()).isEmpty();
    assertThat(result.summary().crops().get(Split.TEST)).isEqualTo(Map.of("unlabelled", 14));
    assertThat(result.summary().subjects())
        .isEqualTo(Map.of(Split.TRAIN, 16, Split.VALIDATION, 2, Split.TEST, 2));
    assertThat(rejections(result))
        .isEqualTo(Map.of("img_align_celeba/999999.jpg", Rejection.Code.NOT_AN_IMAGE));
  }

  @Test
  void linesOfFer2013BecomeCrops() throws IOException {
    StringBuilder lines = new StringBuilder("emotion,pixels,Usage\n");
    String first = "";
    for (DrawnFace face : DrawnDataset.of(3, 1).faces()) {
      String line = face.expression().ordinal() + "," + pixels(face.render(48)) + ",Training\n";
      first = first.isEmpty() ? line : first;
      lines.append(line);
    }
    lines.append(first).append("3,1 2 3,Training\n");
    Folders.write(root, "fer2013.csv", lines.toString());

    DatasetPrepared result = ingest(LayoutOptions.DEFAULTS, SPLIT);

    assertThat(crops(result)).hasSize(21).allMatch(crop -> crop.expression() != null);
    assertThat(rejections(result))
        .isEqualTo(
            Map.of(
                "fer2013.csv#000023", Rejection.Code.DUPLICATE,
                "fer2013.csv#000024", Rejection.Code.TRUNCATED));
    assertThat(store.read(result.contactSheet())).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void framesThatAreNotChosenAreRejectedAndEveryFileIsCounted() throws IOException {
    DrawnDataset.of(2, 1).withSize(32).write(root, Layout.MUG, (done, total) -> {});
    int files = Folders.open(root).files().size();

    DatasetPrepared result = ingest(new LayoutOptions(3, null, null, null), SPLIT);

    int crops = crops(result).size();
    assertThat(result.summary().files()).isEqualTo(files);
    assertThat(crops + rejections(result).size()).isEqualTo(files);
    assertThat(result.summary().rejections()).containsKey(Rejection.Code.NOT_CHOSEN);
    assertThat(crops).isLessThanOrEqualTo(2 * 7 * 3);
  }

  @Test
  void picturesWithoutALabelAreTakenWhenTheyAreAskedFor() throws IOException {
    List<DrawnFace> faces = DrawnDataset.of(3, 1).faces();
    for (int i = 0; i < faces.size(); i++) {
      byte[] png = MixedDataset.encode(faces.get(i).render(64), "png");
      Folders.write(root, (i % 7 == 0 ? "happy/" : "") + i + ".png", png);
    }

    assertThatThrownBy(() -> ingest(LayoutOptions.DEFAULTS, SPLIT))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("two expressions are needed at least");
    DatasetPrepared result = ingest(new LayoutOptions(null, null, Inclusion.INCLUDE, null), SPLIT);

    assertThat(crops(result)).hasSize(faces.size());
    assertThat(result.summary().labels()).containsExactly("happy");
  }

  @Test
  void officialPartitionThatIsMissingIsFoundBeforeAnyPictureIsRead() throws IOException {
    List<DrawnFace> faces = DrawnDataset.of(2, 1).faces();
    for (DrawnFace face : faces) {
      String name = "%s/%d.png".formatted(face.expression().label(), faces.indexOf(face));
      Folders.write(root, name, MixedDataset.encode(face.render(64), "png"));
    }
    IngestDataset official =
        new IngestDataset(
            new DatasetId(new UUID(0, 1)),
            "faces",
            root.toUri(),
            "auto",
            WHOLE,
            SPLIT.with(SplitUnit.OFFICIAL));
    Ingesting ingesting = ingesting();

    assertThatThrownBy(() -> ingesting.ingest(official))
        .isInstanceOf(InvalidInput.class)
        .extracting("code")
        .isEqualTo("partition-missing");
    assertThat(ingesting.detected()).isEmpty();
  }

  @Test
  void oneIngestServesEveryFold() throws IOException {
    DrawnDataset.of(7, 1).withSize(64).write(root, Layout.CELEBA, (done, total) -> {});

    DatasetPrepared result = ingest(LayoutOptions.DEFAULTS, SPLIT.withFolds(3));

    assertThat(result.folds()).hasSize(3).startsWith(result.dataset());
    Set<String> tested = new HashSet<>();
    for (PrefixRef fold : result.folds()) {
      PreparedDataset prepared = PreparedDataset.open(store, fold, work);
      Set<String> people = new HashSet<>();
      prepared.forEachCrop(Split.TEST, crop -> people.add(crop.record().subject()));
      assertThat(people).hasSizeBetween(2, 3);
      assertThat(tested).doesNotContainAnyElementsOf(people);
      prepared.forEachRecord(
          Split.TRAIN, crop -> assertThat(people).doesNotContain(crop.subject()));
      tested.addAll(people);
    }
    assertThat(tested).hasSize(7);
  }

  @Test
  void termsThatAreKnownOfTheLayoutTravelAndAreCheckedBeforeAnyWork() throws IOException {
    DrawnDataset.of(4, 1).withSize(64).write(root, Layout.CELEBA, (done, total) -> {});
    UsageTerms stated = UsageTerms.stated(null, null, Minors.NONE, "protocol 7");
    UseRules research = UseRules.DEFAULTS;

    DatasetPrepared result = ingest(spec(stated, research));

    assertThat(result.summary().terms())
        .isEqualTo(
            new UsageTerms(
                "non-commercial research, by the agreement of CelebA",
                CommercialUse.FORBIDDEN,
                Minors.NONE,
                "protocol 7",
                List.of(UsageTerms.LICENCE, UsageTerms.COMMERCIAL_USE)));
    assertThat(PreparedDataset.open(store, result.dataset(), work).manifest().terms())
        .isEqualTo(result.summary().terms());
    assertThatThrownBy(() -> ingest(spec(stated, research.with(Purpose.COMMERCIAL))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("dataset 'faces'")
        .extracting("code")
        .isEqualTo("commercial-use-refused");
  }

  private IngestDataset spec(UsageTerms terms, UseRules rules) {
    return new IngestDataset(
        new DatasetId(new UUID(0, 1)),
        "faces",
        root.toUri(),
        "auto",
        WHOLE,
        SPLIT,
        LayoutOptions.DEFAULTS,
        List.of(),
        terms,
        rules);
  }

  private DatasetPrepared ingest(LayoutOptions options, SplitPolicy split) throws IOException {
    return ingest(
        new IngestDataset(
            new DatasetId(new UUID(0, 1)), "faces", root.toUri(), "auto", WHOLE, split, options));
  }

  private DatasetPrepared ingest(IngestDataset spec) throws IOException {
    return ingesting().ingest(spec);
  }

  private Ingesting ingesting() throws IOException {
    IngestHandler handler = Ingesting.handler(store, croppers, 1, 1000);
    return new Ingesting(handler, store, Files.createTempDirectory(work, "ingest"));
  }

  private List<CropRecord> crops(DatasetPrepared result) {
    List<CropRecord> crops = new ArrayList<>();
    PreparedDataset prepared = PreparedDataset.open(store, result.dataset(), work);
    for (Split split : Split.values()) {
      prepared.forEachRecord(split, crops::add);
    }
    return crops;
  }

  private static Map<String, Rejection.Code> rejections(DatasetPrepared result) throws IOException {
    Map<String, Rejection.Code> reasons = new HashMap<>();
    for (String line : new String(store.read(result.rejections()), UTF_8).lines().toList()) {
      Rejection rejection = WireJson.MAPPER.readValue(line, Rejection.class);
      reasons.put(rejection.source(), rejection.code());
    }
    return reasons;
  }

  private static String pixels(BufferedImage image) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 48 * 48; i++) {
      values.add(Integer.toString(image.getRGB(i % 48, i / 48) >> 8 & 0xFF));
    }
    return String.join(" ", values);
  }
}
