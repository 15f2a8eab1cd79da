package io.mien.ingest.source.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.ingest.source.LocalCopies;
import io.mien.ingest.source.SourceFiles;
import io.mien.ingest.source.Sources;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioBucketReader;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefixFilesIT {

  private static ObjectStoreConfig config;
  private static MinioObjectStore store;

  @TempDir Path work;

  @BeforeAll
  static void open() {
    TestObjectStore server = TestServers.objectStore();
    config =
        new ObjectStoreConfig(
            server.endpoint(), server.accessKey(), server.secretKey(), server.freshNamespace());
    store = new MinioObjectStore(config);
    store.createBuckets();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void objectsUnderThePrefixAreTheFiles() throws IOException {
    put("uploads/1/笑顔/Zoë 1.png", "picture");
    put("uploads/1/legend.csv", "image,emotion\n");
    put("uploads/1/.DS_Store", "a tool's");
    put("uploads/11/other.png", "of another dataset");

    SourceFiles files = open("uploads/1");

    assertThat(files.list().files()).containsExactly("legend.csv", "笑顔/Zoë 1.png");
    assertThat(files.list().refused()).isEmpty();
    assertThat(files.size("笑顔/Zoë 1.png")).isEqualTo(7);
    assertThat(files.read("笑顔/Zoë 1.png")).asString(UTF_8).isEqualTo("picture");
    assertThat(files.local("legend.csv")).hasContent("image,emotion\n").startsWith(work);
    assertThat(files).hasToString(address("uploads/1").toString());
  }

  @Test
  void aFewFilesAreReadWithoutListingAll() throws IOException {
    put("uploads/2/a.png", "picture");

    SourceFiles files = open("uploads/2/");

    assertThat(files.size("a.png")).isEqualTo(7);
    assertThat(files.read("a.png")).asString(UTF_8).isEqualTo("picture");
  }

  @Test
  void whatWasDeletedMeanwhileCannotBeRead() {
    put("uploads/3/a.png", "picture");
    SourceFiles files = open("uploads/3");
    assertThat(files.list().files()).containsExactly("a.png");
    store.delete(Bucket.DATASETS, "uploads/3/a.png");

    assertThatThrownBy(() -> files.read("a.png")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> files.local("b.csv")).isInstanceOf(IOException.class);
  }

  @Test
  void otherPlacesInTheStoreAreForbidden() {
    assertThat(refusal(address("tasks/1/"))).isEqualTo("dataset-source-forbidden");
    assertThat(refusal(URI.create("s3://somebody-elses/faces/")))
        .isEqualTo("dataset-source-forbidden");
    assertThat(refusal(address("uploads/4/faces.zip"))).isEqualTo("dataset-missing");
  }

  @Test
  void aBucketThatTheOperatorNamesMayBeRead() {
    put("faces/a.png", "picture");

    SourceFiles files =
        Sources.of(config, config.namespace() + "-datasets").open(address("faces"), work);

    assertThat(files.list().files()).containsExactly("a.png");
  }

  @Test
  void moreObjectsThanTheLimitAreRefused() {
    put("uploads/5/a.png", "a");
    put("uploads/5/b.png", "b");
    PrefixFiles.Prefix prefix =
        new PrefixFiles.Prefix(config.namespace() + "-datasets", "uploads/5/");

    try (MinioBucketReader reader = new MinioBucketReader(config)) {
      PrefixFiles files = new PrefixFiles(reader, prefix, new LocalCopies(work), 1);

      assertThatThrownBy(files::list)
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("more than 1 objects");
    }
  }

  private SourceFiles open(String key) {
    return Sources.of(config).open(address(key), work);
  }

  private String refusal(URI source) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> Sources.of(config).open(source, work));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  private static URI address(String key) {
    return URI.create("s3://" + config.namespace() + "-datasets/" + key);
  }

  private static void put(String key, String content) {
    store.put(Bucket.DATASETS, key, content.getBytes(UTF_8), "application/octet-stream");
  }
}
