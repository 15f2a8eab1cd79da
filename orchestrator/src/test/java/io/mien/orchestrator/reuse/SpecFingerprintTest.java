package io.mien.orchestrator.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.orchestrator.run.AskedPicture;
import io.mien.store.json.WireJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecFingerprintTest {

  private final SpecFingerprint fingerprint = new SpecFingerprint(Map.of());

  @Test
  void inputsCountByContentAndNotByPlace() {
    assertThat(fingerprint.of(task("tasks/a/1/", "aa", 5)))
        .isEqualTo(fingerprint.of(task("tasks/b/7/", "aa", 5)));
  }

  @Test
  void otherContentOrParametersAreOtherWork() {
    String first = fingerprint.of(task("tasks/a/1/", "aa", 5));

    assertThat(fingerprint.of(task("tasks/a/1/", "bb", 5))).isNotEqualTo(first);
    assertThat(fingerprint.of(task("tasks/a/1/", "aa", 6))).isNotEqualTo(first);
  }

  /** Else every photo would be prepared and generated once more after an upgrade. */
  @Test
  void whatIsAskedForByDefaultIsWhatEarlierVersionsAskedFor() {
    ObjectRef photo = new ObjectRef(Bucket.SYNTHESES, "uploads/a/photo", 1, "aa");
    CropRecipe recipe = new CropRecipe("cascade-v1", 64, 0.2, true);

    assertThat(WireJson.MAPPER.valueToTree(AskedPicture.PLAIN.form()).size()).isZero();
    assertThat(
            fingerprint.of(new PreparePhoto(photo, recipe, FaceChoice.PROMINENT, ImageOutput.CROP)))
        .isEqualTo(fingerprint.of(new PreparePhoto(photo, recipe)))
        .isEqualTo("c23b106f2e146b3a13232ac233171c4d3571396af1c884b146e31d1d77317695");
    assertThat(
            fingerprint.of(
                new PreparePhoto(photo, recipe, FaceChoice.PROMINENT, ImageOutput.PASTED)))
        .isNotEqualTo(fingerprint.of(new PreparePhoto(photo, recipe)));
  }

  @Test
  void preparedDatasetsCountByWhatIsKnownOfThem() {
    PrefixRef one = set("tasks/a/1/", "aa");
    PrefixRef other = set("tasks/b/1/", "bb");
    SpecFingerprint knowing = new SpecFingerprint(Map.of(one, "same", other, "same"));

    assertThat(knowing.of(task("tasks/a/1/", "aa", 5)))
        .isEqualTo(knowing.of(task("tasks/b/1/", "bb", 5)));
  }

  private static SynthesiseDataset task(String prefix, String sha256, int limit) {
    return new SynthesiseDataset(
        set(prefix, sha256), Split.TEST, set("tasks/c/1/", "cc"), List.of("happy"), limit);
  }

  private static PrefixRef set(String prefix, String sha256) {
    return new PrefixRef(
        Bucket.DATASETS,
        prefix,
        new ObjectRef(Bucket.DATASETS, prefix + "dataset.json", 1, sha256));
  }
}
