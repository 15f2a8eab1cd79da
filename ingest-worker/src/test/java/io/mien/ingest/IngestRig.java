package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.IngestDataset;
import io.mien.ingest.face.CropperPool;
import io.mien.ingest.face.opencv.OpenCv;
import io.mien.ingest.face.opencv.OpenCvFaceCropper;
import io.mien.ingest.face.opencv.PictureDecoder;
import io.mien.ingest.image.ImageLimits;
import io.mien.ingest.source.Sources;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.dataset.PreparedDataset;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Ingests datasets on a real object store, and reads back what became of them. */
final class IngestRig implements AutoCloseable {

  static final ImageLimits LIMITS = new ImageLimits(1 << 20, 40_000_000, 16);

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.15, true);
  private static final SplitPolicy SPLIT = new SplitPolicy(0.2, 0.2, 7);

  /** So few that every dataset is shared out. */
  private static final int PICTURES_PER_PART = 10;

  private final ObjectStoreConfig config;
  private final MinioObjectStore store;
  private final CropperPool croppers;

  IngestRig() {
    TestObjectStore server = TestServers.objectStore();
    config =
        new ObjectStoreConfig(
            server.endpoint(), server.accessKey(), server.secretKey(), server.freshNamespace());
    store = new MinioObjectStore(config);
    store.createBuckets();
    OpenCv.load(2L << 30, 2);
    croppers = new CropperPool(() -> new OpenCvFaceCropper(new PictureDecoder(LIMITS)));
  }

  MinioObjectStore store() {
    return store;
  }

  /** The address of what lies under a key in the bucket of datasets. */
  URI address(String key) {
    return URI.create("s3://" + config.namespace() + "-datasets/" + key);
  }

  /** Puts the files of a folder under a prefix in the bucket of datasets. */
  void put(Path folder, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = prefix + folder.relativize(file);
        store.put(Bucket.DATASETS, key, file, "application/octet-stream");
      }
    }
  }

  /**
   * @param work directory of the test, of which each ingest gets a part of its own
   */
  DatasetPrepared ingest(URI source, Path work) throws IOException {
    IngestDataset spec =
        new IngestDataset(new DatasetId(new UUID(0, 1)), "faces", source, "auto", RECIPE, SPLIT);
    return ingesting(work, 1).ingest(spec);
  }

  /**
   * @param work directory of the test, of which the attempts get a part of their own
   */
  Ingesting ingesting(Path work, int threads) throws IOException {
    Path own = Files.createTempDirectory(work, "task");
    IngestHandler handler =
        Ingesting.handler(Sources.of(config), store, croppers, LIMITS, threads, PICTURES_PER_PART);
    return new Ingesting(handler, store, own);
  }

  /** The same as a worker whose sources lie in a store that is away. */
  Ingesting cutOff(Path work) throws IOException {
    IngestHandler handler = Ingesting.handler(store, croppers, 1, PICTURES_PER_PART);
    return new Ingesting(handler, store, Files.createTempDirectory(work, "task"));
  }

  /** Values that were stored, one a line. */
  <T> List<T> lines(ObjectRef stored, Class<T> type) throws IOException {
    try (MappingIterator<T> values =
        WireJson.MAPPER.readerFor(type).readValues(store.read(stored))) {
      return values.readAll();
    }
  }

  List<CropRecord> crops(DatasetPrepared result, Path work) {
    List<CropRecord> crops = new ArrayList<>();
    PreparedDataset prepared = PreparedDataset.open(store, result.dataset(), work);
    for (Split split : Split.values()) {
      prepared.forEachRecord(split, crops::add);
    }
    return crops;
  }

  Map<String, Rejection.Code> rejections(DatasetPrepared result) throws IOException {
    Map<String, Rejection.Code> reasons = new HashMap<>();
    for (String line : new String(store.read(result.rejections()), UTF_8).lines().toList()) {
      Rejection rejection = WireJson.MAPPER.readValue(line, Rejection.class);
      reasons.put(rejection.source(), rejection.code());
    }
    return reasons;
  }

  @Override
  public void close() {
    croppers.close();
    store.close();
  }
}
