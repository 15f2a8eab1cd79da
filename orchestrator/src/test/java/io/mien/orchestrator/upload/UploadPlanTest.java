package io.mien.orchestrator.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.rest.UploadRequest;
import io.mien.contracts.rest.UploadView;
import io.mien.store.upload.PartUploads;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPlanTest {

  private static final UploadId ID = new UploadId(new UUID(0, 1));

  @ParameterizedTest
  @ValueSource(longs = {1, 1 << 20, 150L << 30, 200L << 30, 1L << 40, 5L << 40})
  void partsAreLargeEnoughAndSuffice(long bytes) {
    long partBytes = UploadPlan.partBytes(bytes);

    assertThat(partBytes).isGreaterThanOrEqualTo(16 << 20).isLessThan(1 << 30);
    assertThat(bytes / partBytes).isLessThan(PartUploads.MOST_PARTS);
  }

  @Test
  void onlyArchivesOfSomeSizeAreTaken() {
    assertThatCode(() -> UploadPlan.check(new UploadRequest("顔.zip", 1, "f")))
        .doesNotThrowAnyException();
    assertRefused(new UploadRequest("faces", 1, "f"), "dataset-source-unsupported");
    assertRefused(new UploadRequest("a\n.zip", 1, "f"), "bad-field");
    assertRefused(new UploadRequest("a.zip", 0, "f"), "bad-field");
    assertRefused(new UploadRequest("a.zip", 6L << 40, "f"), "bad-field");
    assertRefused(new UploadRequest("a.zip", 1, "f".repeat(201)), "bad-field");
  }

  @ParameterizedTest
  @CsvSource({"faces.zip, faces.zip", "../../evil.tar.gz, .._.._evil.tar.gz", "my 顔.zip, my__.zip"})
  void keysArePlainAndKeepTheEnding(String name, String end) {
    assertThat(Upload.key(ID, name)).isEqualTo("uploads/" + ID + "/" + end);
    assertThat(Upload.key(ID, "a".repeat(300) + ".zip")).hasSizeLessThan(250).endsWith("a.zip");
  }

  @Test
  void everyPartMustHaveComeWhole() {
    Upload upload =
        new Upload(
            ID,
            new Upload.Sender("client", "fingerprint"),
            "faces.zip",
            UploadView.State.OPEN,
            new Upload.Parts(10, "store"),
            Instant.EPOCH);

    assertThatCode(() -> UploadCheck.parts(upload, parts(10, 10, 5), 25))
        .doesNotThrowAnyException();
    assertThatCode(() -> UploadCheck.parts(upload, parts(10, 10), 20)).doesNotThrowAnyException();
    for (List<PartUploads.Part> wrong :
        List.of(
            parts(10, 10),
            parts(10, 9, 5),
            parts(10, 10, 4),
            parts(10, 10, 5, 1),
            List.of(part(1, 10), part(3, 10), part(4, 5)))) {
      assertThatThrownBy(() -> UploadCheck.parts(upload, wrong, 25))
          .as("%s", wrong)
          .isInstanceOf(InvalidInput.class)
          .extracting(e -> ((InvalidInput) e).code())
          .isEqualTo("upload-incomplete");
    }
  }

  private static List<PartUploads.Part> parts(long... bytes) {
    return java.util.stream.IntStream.range(0, bytes.length)
        .mapToObj(i -> part(i + 1, bytes[i]))
        .toList();
  }

  private static PartUploads.Part part(int number, long bytes) {
    return new PartUploads.Part(number, bytes, "etag");
  }

  private static void assertRefused(UploadRequest request, String code) {
    assertThatThrownBy(() -> UploadPlan.check(request))
        .isInstanceOf(InvalidInput.class)
        .extracting(e -> ((InvalidInput) e).code())
        .isEqualTo(code);
  }
}
