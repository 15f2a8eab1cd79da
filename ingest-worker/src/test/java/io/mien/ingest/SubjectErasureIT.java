package io.mien.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.result.DatasetsDeleted;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.SubjectErased;
import io.mien.contracts.task.DeleteDatasets;
import io.mien.contracts.task.EraseSubject;
import io.mien.contracts.task.IngestDataset;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectErasureIT {

  private static final String PERSON = "P0002";

  @TempDir static Path source;
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
    croppers = new CropperPool(() -> new OpenCvFaceCropper(new PictureDecoder(Ingesting.LIMITS)));
    MixedDataset.write(source);
  }

  @AfterAll
  static void close() {
    croppers.close();
    store.close();
  }

  @Test
  void nothingOfThePersonIsLeftAndEverybodyElseStaysInTheirPart() throws IOException {
    // Given a dataset that was prepared in several parts
    Ingesting ingesting = ingesting();
    DatasetPrepared before = ingesting.ingest(request(List.of()));
    Map<String, CropRecord> known = crops(before.dataset());

    // When one person is erased
    SubjectErased erased =
        (SubjectErased) ingesting.run(new EraseSubject(PERSON, before.dataset(), List.of()));

    // Then the others are the same, bytes and parts
    Map<String, CropRecord> left = crops(erased.prepared().dataset());
    assertThat(left).hasSize(known.size() - erased.crops());
    assertThat(erased.crops()).isEqualTo(7);
    left.forEach(
        (crop, record) -> {
          assertThat(record.subject()).isNotEqualTo(PERSON);
          assertThat(record.split()).isEqualTo(known.get(crop).split());
          assertThat(record.sha256()).isEqualTo(known.get(crop).sha256());
        });
    assertThat(text(erased.prepared().dataset(), "rejections.jsonl")).doesNotContain(PERSON);
    for (PrefixRef part : erased.prepared().summary().faces()) {
      assertThat(text(part, "pictures.jsonl")).doesNotContain(PERSON);
      assertThat(text(part, "crops.tar")).doesNotContain(PERSON);
    }
  }

  @Test
  void objectsOfTheOldVersionsAreDeletedHoweverOftenItIsAsked() throws IOException {
    Ingesting ingesting = ingesting();
    DatasetPrepared before = ingesting.ingest(request(List.of()));
    DeleteDatasets delete = new DeleteDatasets(List.of(before.dataset()));

    DatasetsDeleted first = (DatasetsDeleted) ingesting.run(delete);
    DatasetsDeleted second = (DatasetsDeleted) ingesting.run(delete);

    assertThat(first.objects()).isEqualTo(before.summary().shards().size() + 4 * 3 + 4);
    assertThat(second.objects()).isEqualTo(1);
    assertThat(size(before.dataset(), "dataset.json")).isZero();
    assertThat(size(before.dataset(), "manifest.jsonl")).isZero();
    assertThat(size(before.dataset(), "contact-sheet.png")).isZero();
    before.summary().shards().forEach(s -> assertThat(size(before.dataset(), s.name())).isZero());
    for (PrefixRef part : before.summary().faces()) {
      assertThat(size(part, "crops.tar") + size(part, "pictures.jsonl")).isZero();
    }
  }

  @Test
  void thePersonDoesNotComeBackWithTheNextVersion() throws IOException {
    Ingesting ingesting = ingesting();
    DatasetPrepared before = ingesting.ingest(request(List.of()));
    SubjectErased erased =
        (SubjectErased) ingesting.run(new EraseSubject(PERSON, before.dataset(), List.of()));
    ingesting.detected().clear();

    DatasetPrepared after = ingesting.ingest(request(List.of(PERSON)), erased.prepared().dataset());

    Map<String, CropRecord> left = crops(erased.prepared().dataset());
    assertThat(crops(after.dataset()).keySet()).isEqualTo(left.keySet());
    crops(after.dataset())
        .forEach((crop, record) -> assertThat(record.split()).isEqualTo(left.get(crop).split()));
    assertThat(after.summary().rejections()).containsEntry(Rejection.Code.ERASED, 7);
    assertThat(ingesting.detected().stream().mapToInt(FacesDetected::reused).sum()).isPositive();
  }

  @Test
  void personOfNoVersionIsNotFound() throws IOException {
    Ingesting ingesting = ingesting();
    DatasetPrepared before = ingesting.ingest(request(List.of()));

    assertThatThrownBy(() -> ingesting.run(new EraseSubject("P0099", before.dataset(), List.of())))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no version of it has a picture of a subject of that name")
        .extracting("code")
        .isEqualTo("subject-not-found");
  }

  private Ingesting ingesting() {
    return new Ingesting(Ingesting.handler(store, croppers, 2, 16), store, work);
  }

  private static IngestDataset request(List<String> erased) {
    return new IngestDataset(
        new DatasetId(new UUID(0, 1)),
        "mixed",
        source.toUri(),
        "auto",
        new CropRecipe("cascade-v1", 64, 0.15, true),
        new SplitPolicy(0.2, 0.2, 7),
        null,
        erased);
  }

  private Map<String, CropRecord> crops(PrefixRef dataset) {
    Map<String, CropRecord> crops = new TreeMap<>();
    PreparedDataset.open(store, dataset, work)
        .forEachRecord(crop -> crops.put(crop.source(), crop));
    return crops;
  }

  private static String text(PrefixRef set, String name) throws IOException {
    try (InputStream in = store.open(set.bucket(), set.prefix() + name)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static long size(PrefixRef set, String name) {
    return store.size(set.bucket(), set.prefix() + name).orElse(0L);
  }
}
