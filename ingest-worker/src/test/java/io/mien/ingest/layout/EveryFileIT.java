package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.choice.LayoutChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lies in a folder, no layout forgets a file of it or names one twice. */
class EveryFileIT {

  private static final List<String> FOLDERS =
      List.of("", "train/", "happy/", "Anger/", "001/", "S005/", "名前/", "a b/", "images/");

  private static final List<String> NAMES =
      List.of(
          "S005_001_00000011.png",
          "S005_001_00000012.png",
          "S005_001_00000012_emotion.txt",
          "AF01ANS.JPG",
          "af31v.jpg",
          "img_0007.jpg",
          "img_0008.JPG",
          "Rafd090_28_Kid_male_angry_frontal.jpg",
          "Rafd090_28_Moroccan_male_angry_left.jpg",
          "KA.AN1.39.tiff",
          "000001.jpg",
          "train_00001.jpg",
          "train_00001_aligned.jpg",
          "Zoë, 1.png",
          "顔.png");

  private static final List<String> TABLES =
      List.of(
          "legend.csv", "image;emotion\r\n\"Zoë, 1.png\";fear\r\n000001.jpg;\r\n顔.png;3\r\n",
          "metadata.csv", "file_name,label\nhappy/000001.jpg,sad\nhappy/000001.jpg,sad\n",
          "metadata.jsonl", "{\"file_name\":\"顔.png\"}\nnull\n",
          "list_attr_celeba.txt", "2\nMale Young\n000001.jpg -1 1\n000002.jpg\n",
          "fer2013.csv", "emotion,pixels,Usage\n3,1 2,Training\n",
          "training.csv", "subDirectory_filePath,expression\n000001.jpg,8\n",
          "list_patition_label.txt", "train_00001.jpg 5\ntrain_00002.jpg 5\n");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyFileIsAPictureARejectionOrATable(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      Folders.write(root, pick(random, FOLDERS) + pick(random, NAMES), "   3.0000000e+00\n");
    }
    for (int i = 0; i < TABLES.size(); i += 2) {
      if (random.nextInt(3) > 0) {
        Folders.write(root, pick(random, FOLDERS) + TABLES.get(i), TABLES.get(i + 1));
      }
    }
    DatasetFolder folder = Folders.open(root);

    for (String name : Layouts.NAMES) {
      LayoutChoice choice = LayoutChoice.of(name, LayoutOptions.DEFAULTS, folder);
      DatasetListing listing;
      try {
        listing = choice.layout().list(folder, LayoutOptions.DEFAULTS);
      } catch (InvalidInput e) {
        assertThat(e.code()).as("%s, seed %d", name, seed).isEqualTo("legend-missing");
        continue;
      }
      assertThat(listing.forgotten(folder.files())).as("%s, seed %d", name, seed).isEmpty();
      assertThat(listing.pictures())
          .as("%s, seed %d", name, seed)
          .extracting(Picture::source)
          .doesNotHaveDuplicates()
          .noneMatch(listing.tables()::contains);
    }
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
