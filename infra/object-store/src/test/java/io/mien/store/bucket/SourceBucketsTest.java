package io.mien.store.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mien.contracts.failure.InvalidInput;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceBucketsTest {

  private final SourceBuckets buckets = new SourceBuckets("mien", Set.of("faces"));

  @Test
  void uploadsAndNamedBucketsMayBeRead() {
    assertThatCode(() -> buckets.check("mien-datasets", "uploads/1/faces/"))
        .doesNotThrowAnyException();
    assertThatCode(() -> buckets.check("faces", "")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "mien-datasets, tasks/1/",
    "mien-datasets, uploads",
    "mien-models, uploads/1/",
    "other-datasets, uploads/1/",
    "faces2, a/"
  })
  void nothingElseMayBeRead(String bucket, String key) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> buckets.check(bucket, key));

    assertThat(refused.code()).isEqualTo("dataset-source-forbidden");
    assertThat(refused).hasMessageContaining("s3://mien-datasets/uploads/ and the buckets faces");
  }
}
