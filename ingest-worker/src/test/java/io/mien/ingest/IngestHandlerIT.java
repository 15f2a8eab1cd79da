package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.DatasetManifest.Shard;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.IngestDataset;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.task.PreparePhoto;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.image.ImageLimits;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.Sha256;
import io.mien.store.dataset.Crop;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestHandlerIT {

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.15, true);
  private static final ImageLimits LIMITS = Ingesting.LIMITS;
  private static final int ONE_PART = 1000;
  private static final SplitPolicy SPLIT = new SplitPolicy(0.2, 0.2, 7);

  @TempDir static Path dataset;
  private static MinioObjectStore store;
  private static CropperPool croppers;

  @TempDir Path work;

  @BeforeAll
  static void open() throws IOException {
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
    MixedDataset.write(dataset);
  }

  @AfterAll
  static void close() {
    croppers.close();
    store.close();
  }

  @Test
  void everyFileEndsAsACropOrAsARejectionWithItsReason() throws IOException {
    Ingesting ingesting = new Ingesting(handler(2), store, work);

    DatasetPrepared result = ingesting.ingest(request(dataset));

    DatasetManifest summary = result.summary();
    Map<String, Rejection.Code> reasons = rejections(result);
    assertThat(reasons)
        .containsEntry("happy/empty.jpg", Rejection.Code.EMPTY_FILE)
        .containsEntry("sad/text.jpg", Rejection.Code.NOT_AN_IMAGE)
        .containsEntry("angry/truncated.jpg", Rejection.Code.TRUNCATED)
        .containsEntry("neutral/wall.png", Rejection.Code.NO_FACE)
        .containsEntry("contempt/a.jpg", Rejection.Code.UNKNOWN_LABEL)
        .containsEntry("unsorted.jpg", Rejection.Code.NO_LABEL)
        .containsEntry("happy/copy.png", Rejection.Code.DUPLICATE);
    int crops =
        summary.crops().values().stream()
            .flatMap(labels -> labels.values().stream())
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(summary.files()).isEqualTo(MixedDataset.FACES + MixedDataset.BAD_FILES);
    assertThat(crops + reasons.size()).isEqualTo(summary.files());
    assertThat(crops).isGreaterThanOrEqualTo(MixedDataset.FACES - 2);
    assertThat(summary.labels())
        .containsExactly("neutral", "happy", "sad", "surprised", "disgusted", "angry", "fearful");
    assertThat(store.read(result.contactSheet())).startsWith(0x89, 'P', 'N', 'G');
    assertThat(ingesting.attempts().get(1).progress().stream().mapToLong(Progress::done).max())
        .hasValue(summary.files());
  }

  @Test
  void shardsHoldWhatTheManifestSaysAndNoPersonIsInTwoParts() throws IOException {
    DatasetPrepared result = new Ingesting(handler(1), store, work).ingest(request(dataset));

    PreparedDataset prepared = PreparedDataset.open(store, result.dataset(), work);
    Map<String, Split> parts = new HashMap<>();
    for (Split split : Split.values()) {
      List<Crop> crops = new ArrayList<>();
      prepared.forEachCrop(split, crops::add);
      assertThat(crops).as(split.wireName()).hasSize(prepared.crops(split)).isNotEmpty();
      for (Crop crop : crops) {
        CropRecord record = crop.record();
        assertThat(parts.putIfAbsent(record.subject(), split)).isIn(null, split);
        assertThat(crop.png()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(record.source()).startsWith(record.expression() + "/" + record.subject());
      }
    }
    assertThat(parts).hasSize(6);
    assertThat(prepared.manifest().leak()).isNull();
    assertThat(prepared.manifest().subjects())
        .containsEntry(Split.VALIDATION, 1)
        .containsEntry(Split.TEST, 1)
        .containsEntry(Split.TRAIN, 4);
  }

  @Test
  void aSplitOfImagesIsMarkedWithHowManyTestImagesShowPeopleOfTheTraining() throws IOException {
    IngestDataset images =
        request(dataset, new SplitPolicy(SPLIT.validation(), SPLIT.test(), 7, SplitUnit.IMAGE));

    DatasetPrepared result = new Ingesting(handler(2), store, work).ingest(images);

    PreparedDataset prepared = PreparedDataset.open(store, result.dataset(), work);
    SplitLeak leak = Objects.requireNonNull(result.summary().leak());
    assertThat(leak.test().total()).isEqualTo(prepared.crops(Split.TEST)).isPositive();
    assertThat(leak.test().hits()).isPositive();
    assertThat(prepared.manifest()).isEqualTo(result.summary());
  }

  @Test
  void anInspectionFindsWhatAnIngestMakesAndMakesNothing(@TempDir Path otherWork)
      throws IOException {
    Attempt looking = new Attempt(inspection(dataset, InspectionDepth.FACES), store, otherWork);

    DatasetInspected found = (DatasetInspected) handler(2).handle(looking);

    DatasetManifest made =
        new Ingesting(handler(2), store, work).ingest(request(dataset)).summary();
    assertThat(found.files()).isEqualTo(made.files());
    assertThat(found.crops()).isEqualTo(made.shards().stream().mapToInt(Shard::crops).sum());
    assertThat(found.rejections()).isEqualTo(made.rejections());
    Map<String, Integer> classes = new HashMap<>();
    made.crops()
        .values()
        .forEach(part -> part.forEach((label, crops) -> classes.merge(label, crops, Integer::sum)));
    assertThat(found.classes()).isEqualTo(classes);
    assertThat(found.subjects())
        .isEqualTo(made.subjects().values().stream().mapToInt(Integer::intValue).sum());
    Map<Split, Integer> parts = new EnumMap<>(Split.class);
    made.shards().forEach(shard -> parts.merge(shard.split(), shard.crops(), Integer::sum));
    assertThat(found.parts()).isEqualTo(parts);
    assertThat(found.refusal()).isNull();
    assertThat(found.reason()).isNotBlank();
    assertThat(store.read(Objects.requireNonNull(found.contactSheet())))
        .startsWith(0x89, 'P', 'N', 'G');
    assertThat(new String(store.read(found.rejectedFiles()), UTF_8).lines())
        .hasSize(found.files() - found.crops());
    assertThat(store.size(Bucket.DATASETS, looking.prefix() + "dataset.json")).isEmpty();
    assertThat(store.size(Bucket.DATASETS, looking.prefix() + "manifest.jsonl")).isEmpty();
  }

  @Test
  void aFastInspectionReadsLabelsAndHeadersOnly() throws IOException {
    DatasetInspected fast = inspect(dataset, InspectionDepth.LABELS);
    DatasetInspected whole = inspect(dataset, InspectionDepth.FACES);

    assertThat(fast.files()).isEqualTo(whole.files());
    assertThat(fast.crops()).isGreaterThan(whole.crops());
    assertThat(fast.rejections())
        .doesNotContainKey(Rejection.Code.NO_FACE)
        .containsEntry(
            Rejection.Code.NOT_AN_IMAGE, whole.rejections().get(Rejection.Code.NOT_AN_IMAGE))
        .containsEntry(
            Rejection.Code.UNKNOWN_LABEL, whole.rejections().get(Rejection.Code.UNKNOWN_LABEL));
    assertThat(fast.contactSheet()).isNull();
  }

  @Test
  void anInspectionSaysWhyAnIngestWouldRefuseTheDataset(@TempDir Path other) throws IOException {
    Files.createDirectories(other.resolve("happy"));
    byte[] picture = MixedDataset.encode(MixedDataset.noise(), "png");
    Files.write(other.resolve("happy/a.png"), picture);

    assertThat(Objects.requireNonNull(inspect(other, InspectionDepth.LABELS).refusal()).code())
        .isEqualTo("dataset-one-class");
    assertThat(Objects.requireNonNull(inspect(other, InspectionDepth.FACES).refusal()).code())
        .isEqualTo("no-usable-faces");
    assertThatThrownBy(() -> inspect(other.resolve("nowhere"), InspectionDepth.LABELS))
        .isInstanceOf(InvalidInput.class)
        .extracting("code")
        .isEqualTo("dataset-missing");
  }

  private DatasetInspected inspect(Path source, InspectionDepth depth) throws IOException {
    return (DatasetInspected)
        handler(2).handle(new Attempt(inspection(source, depth), store, work));
  }

  private static InspectDataset inspection(Path source, InspectionDepth depth) {
    return new InspectDataset(request(source), depth);
  }

  @Test
  void theNumberOfThreadsChangesNoByte(@TempDir Path otherWork) throws IOException {
    DatasetPrepared one = new Ingesting(handler(1), store, work).ingest(request(dataset));
    DatasetPrepared three = new Ingesting(handler(3), store, otherWork).ingest(request(dataset));

    assertThat(three.summary().fingerprint()).isEqualTo(one.summary().fingerprint());
    assertThat(three.summary().shards()).isEqualTo(one.summary().shards());
    assertThat(three.rejections().sha256()).isEqualTo(one.rejections().sha256());
    assertThat(three.contactSheet().sha256()).isEqualTo(one.contactSheet().sha256());
  }

  @Test
  void aStoppedDetectionPublishesNothing() throws IOException {
    Ingesting ingesting = new Ingesting(handler(2), store, work);
    DatasetListed.Part part = ingesting.list(request(dataset), null).parts().get(0);
    Attempt attempt =
        ingesting
            .attempt(new DetectFaces(request(dataset), part.pictures(), part.count(), List.of()))
            .stoppingAfter(5);

    assertThatThrownBy(() -> handler(2).handle(attempt)).isInstanceOf(Cancelled.class);

    String prefix = attempt.prefix();
    assertThat(store.size(Bucket.DATASETS, prefix + "faces.json")).isEmpty();
    assertThat(attempt.progress().stream().mapToLong(Progress::done).max().orElseThrow())
        .isLessThan(20);
  }

  @Test
  void unusableDatasetsAreRefusedWithTheirReason(@TempDir Path other) throws IOException {
    assertThat(codeOf(other.resolve("nowhere"))).isEqualTo("dataset-missing");
    assertThat(codeOf(other)).isEqualTo("dataset-empty");

    Files.createDirectories(other.resolve("happy"));
    Files.write(other.resolve("happy/a.jpg"), new byte[0]);
    assertThat(codeOf(other)).isEqualTo("dataset-one-class");

    Files.createDirectories(other.resolve("sad"));
    Files.write(other.resolve("sad/b.jpg"), new byte[0]);
    assertThat(codeOf(other)).isEqualTo("no-usable-faces");
  }

  @Test
  void aPhotoIsPreparedExactlyAsInTheDataset() throws IOException {
    DatasetPrepared result = new Ingesting(handler(1), store, work).ingest(request(dataset));
    List<CropRecord> test = new ArrayList<>();
    PreparedDataset.open(store, result.dataset(), work).forEachRecord(Split.TEST, test::add);
    CropRecord crop = test.get(0);
    ObjectRef photo = upload(Files.readAllBytes(dataset.resolve(crop.source())));

    PhotoPrepared prepared = (PhotoPrepared) handler(1).handle(photoAttempt(photo));

    assertThat(prepared.crop().sha256()).isEqualTo(crop.sha256());
    assertThat(prepared.box()).isEqualTo(crop.box());
  }

  @Test
  void unusablePhotosAreRefusedWithTheirReason() throws IOException {
    byte[] wall = MixedDataset.encode(MixedDataset.noise(), "png");
    byte[] huge = wall.clone();
    // Says that it is 10,000 x 10,000 pixels
    System.arraycopy(new byte[] {0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10}, 0, huge, 16, 8);

    assertThat(codeOf(upload(wall))).isEqualTo("no-face");
    assertThat(codeOf(upload(new byte[0]))).isEqualTo("photo-empty");
    assertThat(codeOf(upload("text".getBytes(UTF_8)))).isEqualTo("photo-not-an-image");
    assertThat(codeOf(upload(huge))).isEqualTo("photo-too-large");
  }

  @Test
  void manyPartsGiveTheSameCropsAsOne(@TempDir Path otherWork) throws IOException {
    DatasetPrepared one = new Ingesting(handler(1), store, work).ingest(request(dataset));
    Ingesting parts = new Ingesting(Ingesting.handler(store, croppers, 2, 8), store, otherWork);
    DatasetPrepared many = parts.ingest(request(dataset));

    assertThat(parts.detected()).hasSize(8);
    assertThat(crops(many)).isEqualTo(crops(one));
    assertThat(rejections(many)).isEqualTo(rejections(one));
    assertThat(many.contactSheet().sha256()).isEqualTo(one.contactSheet().sha256());
  }

  @Test
  void aTaskThatIsDoneAgainGivesTheSameBytes() throws IOException {
    Ingesting ingesting = new Ingesting(handler(2), store, work);
    DatasetListed listed = ingesting.list(request(dataset), null);
    DatasetListed again = ingesting.list(request(dataset), null);
    DatasetListed.Part part = listed.parts().get(0);

    FacesDetected first = ingesting.detect(request(dataset), part);
    FacesDetected second = ingesting.detect(request(dataset), part);

    assertThat(again.parts().get(0).pictures().sha256()).isEqualTo(part.pictures().sha256());
    for (String file : List.of("pictures.jsonl", "crops.tar")) {
      assertThat(digest(second.faces(), file)).isEqualTo(digest(first.faces(), file));
    }
  }

  @Test
  void whatHasNotChangedIsTakenFromTheVersionBefore(@TempDir Path grown, @TempDir Path otherWork)
      throws IOException {
    // Given a dataset that was prepared in one part, and has grown since
    MixedDataset.write(grown);
    IngestDataset request = request(grown);
    DatasetPrepared before = new Ingesting(handler(1), store, work).ingest(request);
    byte[] face = MixedDataset.encode(MixedDataset.stranger().render(96), "png");
    Files.write(grown.resolve("happy/P0099_01.png"), face);

    // When it is prepared again, in more parts
    Ingesting ingesting =
        new Ingesting(Ingesting.handler(store, croppers, 2, 20), store, otherWork);
    DatasetPrepared after = ingesting.ingest(request, before.dataset());

    // Then only the new picture, and what was no picture at all, was looked at
    int reused = ingesting.detected().stream().mapToInt(FacesDetected::reused).sum();
    assertThat(ingesting.detected()).hasSize(4);
    assertThat(reused).isEqualTo(MixedDataset.FACES + 2);
    Map<String, String> crops = crops(after);
    assertThat(crops).containsAllEntriesOf(crops(before)).containsKey("happy/P0099_01.png");
    assertThat(rejections(after)).isEqualTo(rejections(before));
  }

  @Test
  void otherRecipesTakeNothingFromTheVersionBefore(@TempDir Path otherWork) throws IOException {
    DatasetPrepared before = new Ingesting(handler(1), store, work).ingest(request(dataset));
    CropRecipe larger = new CropRecipe("cascade-v1", 80, 0.15, true);
    IngestDataset other =
        new IngestDataset(
            new DatasetId(new UUID(0, 1)), "mixed", dataset.toUri(), "auto", larger, SPLIT);

    DatasetListed listed =
        new Ingesting(handler(1), store, otherWork).list(other, before.dataset());

    assertThat(listed.parts()).allSatisfy(part -> assertThat(part.previous()).isEmpty());
  }

  @Test
  void aPhotoOfSeveralFacesIsRefusedWhereASingleOneIsMeant() throws IOException {
    ObjectRef photo = upload(MixedDataset.twoFaces());
    Attempt single = new Attempt(new PreparePhoto(photo, RECIPE, FaceChoice.SINGLE), store, work);

    assertThat(handler(1).handle(photoAttempt(photo))).isInstanceOf(PhotoPrepared.class);
    assertThat(refusal(() -> handler(1).handle(single))).isEqualTo("several-faces");
  }

  private static IngestHandler handler(int threads) {
    return Ingesting.handler(store, croppers, threads, ONE_PART);
  }

  /** The digest of every crop, by its picture. */
  private Map<String, String> crops(DatasetPrepared result) {
    Map<String, String> digests = new TreeMap<>();
    PreparedDataset.open(store, result.dataset(), work)
        .forEachRecord(
            crop -> digests.put(crop.source(), crop.split().wireName() + " " + crop.sha256()));
    return digests;
  }

  private static String digest(PrefixRef set, String file) throws IOException {
    try (InputStream in = store.open(set.bucket(), set.prefix() + file)) {
      return Sha256.of(in.readAllBytes());
    }
  }

  private static IngestDataset request(Path source) {
    return request(source, SPLIT);
  }

  private static IngestDataset request(Path source, SplitPolicy split) {
    return new IngestDataset(
        new DatasetId(new UUID(0, 1)), "mixed", source.toUri(), "auto", RECIPE, split);
  }

  private Attempt photoAttempt(ObjectRef photo) {
    return new Attempt(new PreparePhoto(photo, RECIPE), store, work);
  }

  private static ObjectRef upload(byte[] photo) {
    String key = "uploads/" + UUID.randomUUID() + "/photo";
    return store.put(Bucket.SYNTHESES, key, photo, "application/octet-stream");
  }

  private String codeOf(Path source) {
    return refusal(() -> new Ingesting(handler(1), store, work).ingest(request(source)));
  }

  private String codeOf(ObjectRef photo) {
    return refusal(() -> handler(1).handle(photoAttempt(photo)));
  }

  private static String refusal(ThrowingCallable what) {
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, what);
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  private static Map<String, Rejection.Code> rejections(DatasetPrepared result) throws IOException {
    Map<String, Rejection.Code> reasons = new HashMap<>();
    for (String line : new String(store.read(result.rejections()), UTF_8).lines().toList()) {
      Rejection rejection = WireJson.MAPPER.readValue(line, Rejection.class);
      reasons.put(rejection.source(), rejection.code());
    }
    return reasons;
  }
}
