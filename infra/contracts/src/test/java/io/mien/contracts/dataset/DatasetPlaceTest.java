package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetPlaceTest {

  @Test
  void pathsOfThisMachineAreUnderstood() {
    assertThat(DatasetPlace.of(URI.create("file:///data/my%20faces/%E9%A1%94.zip")))
        .isEqualTo(new DatasetPlace.Local(Path.of("/data/my faces/顔.zip")));
  }

  @Test
  void addressesInTheObjectStoreAreUnderstood() {
    DatasetPlace.Stored prefix = new DatasetPlace.Stored("my_bucket", "my faces/");
    DatasetPlace.Stored archive = new DatasetPlace.Stored("b", "a/顔.tar.gz");

    assertThat(DatasetPlace.of(URI.create("s3://my_bucket/my%20faces/"))).isEqualTo(prefix);
    assertThat(DatasetPlace.of(URI.create("s3://my_bucket/my%20faces"))).isEqualTo(prefix);
    assertThat(DatasetPlace.of(URI.create("S3://b/a/%E9%A1%94.tar.gz"))).isEqualTo(archive);
    assertThat(DatasetPlace.of(URI.create("s3://b"))).isEqualTo(new DatasetPlace.Stored("b", ""));
    assertThat(prefix.isArchive()).isFalse();
    assertThat(archive.isArchive()).isTrue();
    assertThat(archive).hasToString("s3://b/a/顔.tar.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:faces", "s3:///faces", "s3://b/a?versionId=1", "s3://b/a#1"})
  void addressesThatLackABucketOrSayMoreAreRefused(String source) {
    assertRefused(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://host/faces", "/data/faces", "faces", "file:faces", "http://h/f.zip"})
  void otherAddressesAreRefused(String source) {
    assertRefused(source);
  }

  @Test
  void archivesAreKnownByTheirNames() {
    assertThat(new String[] {"a.zip", "A.ZIP", "b/c.tar", "d.tar.gz", "e.TGZ"})
        .allMatch(DatasetPlace::isArchive);
    assertThat(new String[] {"a.rar", "zip", "a.zip/", "faces", "a.gz", "a.tar.xz"})
        .noneMatch(DatasetPlace::isArchive);
  }

  private static void assertRefused(String source) {
    assertThatThrownBy(() -> DatasetPlace.of(URI.create(source)))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo("dataset-source-unsupported");
  }
}
