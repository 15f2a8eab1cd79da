package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitLeak;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.dataset.SplitUnit;
import io.mien.contracts.result.Rate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitLeakTest {

  @TempDir Path directory;

  @Test
  void manifestOfAnImageSplitSaysHowManyTestImagesShowPeopleOfTheTraining() throws IOException {
    assertThat(leak(SplitUnit.IMAGE)).isEqualTo(new SplitLeak(Rate.of(2, 3), Rate.of(0, 1)));
  }

  @Test
  void manifestOfASubjectSplitHasNoLeak() throws IOException {
    assertThat(leak(SplitUnit.SUBJECT)).isNull();
  }

  private @Nullable SplitLeak leak(SplitUnit unit) throws IOException {
    try (DatasetWriter writer = new DatasetWriter(directory, 10)) {
      add(writer, "a", "P1", Split.TRAIN);
      add(writer, "b", "P1", Split.TEST);
      add(writer, "c", "P1", Split.TEST);
      add(writer, "d", "P2", Split.TEST);
      add(writer, "e", "P3", Split.VALIDATION);
      CropRecipe recipe = new CropRecipe("cascade-v1", 64, 0.2, true);
      return writer.finish("faces", recipe, new SplitPolicy(0.1, 0.1, 1, unit), 5).leak();
    }
  }

  private static void add(DatasetWriter writer, String key, String subject, Split split)
      throws IOException {
    CropRecord crop =
        new CropRecord(
            key,
            "",
            key + ".png",
            subject,
            "happy",
            Map.of(),
            new FaceBox(0, 0, 10, 10, 0),
            new CropQuality(1, 1, 1),
            split,
            "");
    writer.add(crop, key.getBytes(StandardCharsets.UTF_8));
  }
}
