package io.mien.store.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.CropQuality;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.dataset.LabelBalance;
import io.mien.contracts.dataset.LabelBalance.Appearance;
import io.mien.contracts.dataset.LabelBalance.Association;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelBalanceTest {

  @TempDir Path directory;

  @Test
  void manifestShowsWhichColumnsAndColoursTheExpressionsGoWith() throws IOException {
    LabelBalance balance;
    try (DatasetWriter writer = new DatasetWriter(directory, 100)) {
      for (int i = 0; i < 120; i++) {
        boolean happy = i % 2 == 0;
        // All that is happy comes grey from the laboratory; every take has as much of both
        add(
            writer,
            i,
            happy ? "happy" : "sad",
            Map.of("source", happy ? "lab" : "web", "take", "t" + i / 2 % 2, "frame", "f" + i),
            new CropQuality(1, happy ? 80 : 120, 0.5, null, null, null, null, happy ? 0.004 : 0.3));
      }
      add(
          writer,
          120,
          null,
          Map.of("source", "web"),
          new CropQuality(1, 250, 0.5, null, null, null, null, 0.9));
      balance = balance(writer);
    }

    assertThat(balance.associations())
        .containsExactly(
            new Association("crop colour", 1, 2, 120),
            new Association("source", 1, 2, 120),
            new Association("take", 0, 2, 120));
    assertThat(balance.appearance())
        .isEqualTo(
            Map.of("happy", new Appearance(60, 80, 0.004), "sad", new Appearance(60, 120, 0.3)));
  }

  private static LabelBalance balance(DatasetWriter writer) throws IOException {
    CropRecipe recipe = new CropRecipe("cascade-v1", 64, 0.2, true);
    return Objects.requireNonNull(
        writer.finish("faces", recipe, new SplitPolicy(0.1, 0.1, 1), 121).balance());
  }

  private static void add(
      DatasetWriter writer,
      int number,
      @Nullable String expression,
      Map<String, String> attributes,
      CropQuality quality)
      throws IOException {
    String key = "crop-" + number;
    CropRecord crop =
        new CropRecord(
            key,
            "",
            key + ".png",
            key,
            expression,
            attributes,
            new FaceBox(0, 0, 10, 10, 0),
            quality,
            Split.TRAIN,
            "");
    writer.add(crop, new byte[] {(byte) number});
  }
}
