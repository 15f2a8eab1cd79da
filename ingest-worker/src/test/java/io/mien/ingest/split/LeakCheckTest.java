package io.mien.ingest.split;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

  private final LeakCheck check = new LeakCheck(SplitUnit.SUBJECT);

  @Test
  void aSubjectOfOnePartPasses() {
    check.add(crop("a", "P1", Split.TRAIN, "01"));

    assertThatCode(() -> check.add(crop("b", "P1", Split.TRAIN, "02"))).doesNotThrowAnyException();
    assertThatCode(() -> check.add(crop("c", "P2", Split.TEST, "03"))).doesNotThrowAnyException();
  }

  @Test
  void aSubjectOfTwoPartsFails() {
    check.add(crop("a", "P1", Split.TRAIN, "01"));

    assertThatThrownBy(() -> check.add(crop("b", "P1", Split.TEST, "02")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("subject P1 is in part train (a) and in part test (b)");
  }

  @Test
  void aPictureOfTwoPartsFails() {
    check.add(crop("a", "P1", Split.TRAIN, "01"));

    assertThatThrownBy(() -> check.add(crop("b", "P2", Split.VALIDATION, "01")))
        .hasMessageContaining("picture 01");
  }

  @Test
  void aSplitOfImagesMayShareSubjectsButNotPictures() {
    LeakCheck ofImages = new LeakCheck(SplitUnit.IMAGE);
    ofImages.add(crop("a", "P1", Split.TRAIN, "01"));

    assertThatCode(() -> ofImages.add(crop("b", "P1", Split.TEST, "02")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ofImages.add(crop("c", "P1", Split.TEST, "01")))
        .hasMessageContaining("picture 01");
  }

  @Test
  void aSubjectOfTwoFoldsFailsThoughBothAreOfOnePart() {
    check.add(fold("a", "P1", 3));

    assertThatCode(() -> check.add(fold("b", "P1", 3))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check.add(fold("c", "P1", 4)))
        .hasMessageContaining("subject P1 is in part fold 3 (a) and in part fold 4 (c)");
  }

  private static CropRecord fold(String source, String subject, int fold) {
    return new CropRecord(
        source,
        "shards/x.tar",
        source,
        subject,
        "happy",
        Map.of(),
        new FaceBox(0, 0, 10, 10, 0),
        new CropQuality(1, 1, 1),
        Split.TRAIN,
        source,
        fold);
  }

  private static CropRecord crop(String source, String subject, Split split, String sha256) {
    return new CropRecord(
        source,
        "shards/x.tar",
        source,
        subject,
        "happy",
        Map.of(),
        new FaceBox(0, 0, 10, 10, 0),
        new CropQuality(1, 1, 1),
        split,
        sha256);
  }
}
