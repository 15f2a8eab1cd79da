package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.DatasetManifest;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Folds;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.store.Sha256;
import io.mien.store.minio.MinioObjectStore;
import io.mien.store.minio.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDatasetIT {

  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.2, true);
  private static final SplitPolicy POLICY = new SplitPolicy(0.1, 0.1, 7);

  @TempDir Path directory;

  private static MinioObjectStore store;

  @BeforeAll
  static void start() {
    store = new MinioObjectStore(TestStore.config());
    store.createBuckets();
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void cropsComeBackInTheirOrderAndByPart() throws IOException {
    List<CropRecord> written = new ArrayList<>();
    DatasetManifest manifest = write(directory, written);
    PreparedDataset dataset = PreparedDataset.open(store, upload("order/"), directory);

    List<CropRecord> train = new ArrayList<>();
    dataset.forEachCrop(
        Split.TRAIN,
        crop -> {
          train.add(crop.record());
          assertThat(Sha256.of(crop.png())).isEqualTo(crop.record().sha256());
        });

    assertThat(dataset.manifest()).isEqualTo(manifest);
    assertThat(train)
        .hasSize(7)
        .isEqualTo(written.stream().filter(crop -> crop.split() == Split.TRAIN).toList());
    assertThat(dataset.crops(Split.TRAIN)).isEqualTo(7);
    assertThat(dataset.crops(Split.VALIDATION)).isZero();
  }

  @Test
  void recordsComeWithoutPictures() throws IOException {
    List<CropRecord> written = new ArrayList<>();
    write(directory, written);
    PreparedDataset dataset = PreparedDataset.open(store, upload("records/"), directory);

    List<CropRecord> test = new ArrayList<>();
    dataset.forEachRecord(Split.TEST, test::add);

    assertThat(test)
        .hasSize(3)
        .isEqualTo(written.stream().filter(crop -> crop.split() == Split.TEST).toList());
  }

  @Test
  void manifestCountsEverything() throws IOException {
    DatasetManifest manifest = write(directory, new ArrayList<>());

    assertThat(manifest.labels()).containsExactly("neutral", "happy", "contempt");
    assertThat(manifest.shards())
        .extracting(DatasetManifest.Shard::name, DatasetManifest.Shard::crops)
        .containsExactly(
            tuple("shards/train-00000.tar", 3),
            tuple("shards/train-00001.tar", 3),
            tuple("shards/train-00002.tar", 1),
            tuple("shards/test-00000.tar", 3));
    assertThat(manifest.crops().get(Split.TEST))
        .isEqualTo(Map.of("neutral", 1, "happy", 1, "contempt", 1));
    assertThat(manifest.subjects()).isEqualTo(Map.of(Split.TRAIN, 2, Split.TEST, 1));
    assertThat(manifest.rejections()).isEqualTo(Map.of(Rejection.Code.NO_FACE, 1));
    assertThat(manifest.files()).isEqualTo(11);
  }

  @Test
  void sameCropsGiveTheSameBytes() throws IOException {
    Path other = directory.resolve("other");
    Path one = directory.resolve("one");

    write(one, new ArrayList<>());
    write(other, new ArrayList<>());

    try (Stream<Path> files = Files.walk(one).filter(Files::isRegularFile)) {
      assertThat(files)
          .hasSize(7)
          .allSatisfy(
              file -> assertThat(other.resolve(one.relativize(file))).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void damagedShardIsFoundBeforeItsCropsAreUsed() throws IOException {
    write(directory, new ArrayList<>());
    PrefixRef ref = upload("damaged/");
    byte[] shard = Files.readAllBytes(directory.resolve("shards/test-00000.tar"));
    shard[600] ^= 1;
    store.put(Bucket.DATASETS, ref.prefix() + "shards/test-00000.tar", shard, "application/x-tar");

    PreparedDataset dataset = PreparedDataset.open(store, ref, directory);

    assertThatThrownBy(() -> dataset.forEachCrop(Split.TEST, crop -> {}))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("shards/test-00000.tar");
  }

  @Test
  void closedReaderLeavesNothingOnDisk() throws IOException {
    write(directory, new ArrayList<>());
    Path work = Files.createDirectory(directory.resolve("work"));
    PreparedDataset dataset = PreparedDataset.open(store, upload("work/"), work);

    try (CropReader reader = dataset.read(Split.TRAIN)) {
      assertThat(reader.next().record().key()).isEqualTo("crop-0");
      assertThat(work).isNotEmptyDirectory();
    }

    assertThat(work).isEmptyDirectory();
  }

  @Test
  void everyFoldOfOneDatasetTestsInItsTurnOverTheSameShards() throws IOException {
    DatasetManifest first = writeFolds();
    PrefixRef whole = upload("folds/");
    List<String> tested = new ArrayList<>();
    Set<String> fingerprints = new HashSet<>();

    for (int fold = 1; fold <= 3; fold++) {
      PreparedDataset dataset = PreparedDataset.open(store, fold(whole, fold), directory);
      List<CropRecord> read = new ArrayList<>();
      dataset.forEachCrop(Split.TEST, crop -> read.add(crop.record()));
      List<CropRecord> listed = new ArrayList<>();
      dataset.forEachRecord(Split.TEST, listed::add);
      int number = fold;
      assertThat(read)
          .isEqualTo(listed)
          .isNotEmpty()
          .allMatch(crop -> crop.split() == Split.TEST)
          .allMatch(crop -> Objects.equals(crop.fold(), number));
      assertThat(dataset.manifest().crops().get(Split.TEST))
          .isEqualTo(Map.of("happy", read.size()));
      assertThat(dataset.manifest().subjects())
          .isEqualTo(Map.of(Split.TEST, 1, Split.VALIDATION, 1, Split.TRAIN, 1));
      read.forEach(crop -> tested.add(crop.key()));
      fingerprints.add(dataset.manifest().fingerprint());
    }

    assertThat(tested).hasSize(9).doesNotHaveDuplicates();
    assertThat(fingerprints).hasSize(3);
    assertThat(first.fold()).isEqualTo(1);
    assertThat(first.shards())
        .extracting(DatasetManifest.Shard::name, DatasetManifest.Shard::split)
        .containsExactly(
            tuple("shards/fold-3-00000.tar", Split.TRAIN),
            tuple("shards/fold-2-00000.tar", Split.VALIDATION),
            tuple("shards/fold-1-00000.tar", Split.TEST));
  }

  private DatasetManifest writeFolds() throws IOException {
    try (DatasetWriter writer = new DatasetWriter(directory, 3)) {
      for (int i = 0; i < 9; i++) {
        int fold = i % 3 + 1;
        CropRecord crop =
            new CropRecord(
                "crop-" + i,
                "",
                i + ".jpg",
                "person-" + fold,
                "happy",
                Map.of(),
                new FaceBox(1, 2, 30, 30, 0),
                new CropQuality(1, 1, 1),
                Folds.part(fold, 1, 3),
                "",
                fold);
        writer.add(crop, new byte[] {(byte) i});
      }
      return writer.finish("folds", RECIPE, POLICY.withFolds(3), 9);
    }
  }

  private PrefixRef fold(PrefixRef whole, int fold) throws IOException {
    byte[] manifest = Files.readAllBytes(directory.resolve(DatasetFiles.manifest(fold)));
    return new PrefixRef(
        whole.bucket(),
        whole.prefix(),
        store.put(
            whole.bucket(),
            whole.prefix() + DatasetFiles.manifest(fold),
            manifest,
            "application/json"));
  }

  @Test
  void keyIsUniqueInADataset() throws IOException {
    try (DatasetWriter writer = new DatasetWriter(directory, 3)) {
      writer.add(crop(0), new byte[] {1});

      assertThatThrownBy(() -> writer.add(crop(0), new byte[] {2}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("crop-0");
    }
  }

  private static DatasetManifest write(Path directory, List<CropRecord> written)
      throws IOException {
    Random random = new Random(1);
    try (DatasetWriter writer = new DatasetWriter(directory, 3)) {
      for (int i = 0; i < 10; i++) {
        byte[] png = new byte[500 + i];
        random.nextBytes(png);
        written.add(writer.add(crop(i), png));
      }
      writer.reject(new Rejection("a.jpg", Rejection.Code.NO_FACE, "no face in 64x64"));
      return writer.finish("ten", RECIPE, POLICY, 11);
    }
  }

  private static CropRecord crop(int i) {
    return new CropRecord(
        "crop-" + i,
        "",
        "images/" + i + ".jpg",
        i < 7 ? "person-" + i % 2 : "person-t",
        List.of("happy", "contempt", "neutral").get(i % 3),
        Map.of("Glasses", "no"),
        new FaceBox(1, 2, 30, 30, -3.5),
        new CropQuality(120.5, 99, 0.5),
        i < 7 ? Split.TRAIN : Split.TEST,
        "");
  }

  private PrefixRef upload(String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
      files.forEach(
          file ->
              store.put(
                  Bucket.DATASETS,
                  prefix + directory.relativize(file),
                  file,
                  "application/octet-stream"));
    }
    Path manifest = directory.resolve(DatasetFiles.MANIFEST);
    return new PrefixRef(
        Bucket.DATASETS,
        prefix,
        new ObjectRef(
            Bucket.DATASETS,
            prefix + DatasetFiles.MANIFEST,
            Files.size(manifest),
            Sha256.of(manifest)));
  }
}
