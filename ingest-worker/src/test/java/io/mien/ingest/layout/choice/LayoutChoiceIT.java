package io.mien.ingest.layout.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.failure.InvalidInput;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.Layout;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutChoiceIT {

  @TempDir Path root;

  @Test
  void everyLayoutThatCanBeAskedForIsThere() {
    assertThat(LayoutChoice.names()).isEqualTo(Layouts.NAMES);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE_FOLDER, image-folder",
    "CSV_LEGEND, csv-legend",
    "CK_PLUS, ck-plus",
    "KDEF, kdef",
    "MUG, mug",
    "RAFD, rafd",
    "CELEBA, celeba"
  })
  void drawnDatasetsAreRecognisedAndReadToTheLastFile(Layout drawn, String name)
      throws IOException {
    DrawnDataset.of(2, 1).withSize(24).write(root, drawn, (done, total) -> {});
    DatasetFolder folder = Folders.open(root);

    LayoutChoice choice = LayoutChoice.of("auto", LayoutOptions.DEFAULTS, folder);

    assertThat(choice.layout().name()).isEqualTo(name);
    assertThat(choice.reason()).isNotBlank();
    DatasetListing listing = choice.layout().list(folder, LayoutOptions.DEFAULTS);
    assertThat(listing.forgotten(folder.files())).isEmpty();
    assertThat(listing.pictures()).isNotEmpty().allMatch(Picture::isUsable);
    assertThat(listing.pictures().stream().map(Picture::subject).distinct()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "metadata.jsonl, '{\"file_name\": \"a.png\"}', hugging-face",
    "fer2013.csv, 'emotion,pixels,Usage', fer2013",
    "training.csv, 'subDirectory_filePath,expression', affectnet",
    "EmoLabel/list_patition_label.txt, 'train_00001.jpg 1', raf-db",
    "jaffe/KA.AN1.39.tiff, '', jaffe",
    "CK+48/anger/S010_004_00000017.png, '', ck-plus-48",
    "list_attr_celeba.csv, 'image_id,Male', celeba",
    "table.csv, 'file,class', csv-legend"
  })
  void filesTellTheLayout(String file, String text, String name) throws IOException {
    Folders.write(root, file, text);

    assertThat(LayoutChoice.of("auto", LayoutOptions.DEFAULTS, Folders.open(root)).layout().name())
        .isEqualTo(name);
  }

  @Test
  void aLegendThatSomebodyWroteComesBeforeWhatTheNamesLookLike() throws IOException {
    Folders.touch(root, "AF01ANS.JPG", "AF01NES.JPG");
    Folders.write(root, "legend.csv", "image,emotion\nAF01ANS.JPG,angry\n");

    assertThat(LayoutChoice.of("auto", LayoutOptions.DEFAULTS, Folders.open(root)).layout().name())
        .isEqualTo("csv-legend");
  }

  @Test
  void optionsThatDoNotApplyToWhatWasRecognisedAreRefused() throws IOException {
    Folders.touch(root, "happy/a.png");
    LayoutOptions children = new LayoutOptions(null, Inclusion.EXCLUDE, null, null);

    assertThatThrownBy(() -> LayoutChoice.of("auto", children, Folders.open(root)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("layout image-folder with the option 'children'");
  }

  @Test
  void whatCannotBeToldIsRefused() throws IOException {
    Folders.touch(root, "holidays/a.png");

    assertThatThrownBy(() -> LayoutChoice.of("auto", LayoutOptions.DEFAULTS, Folders.open(root)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("it is none of hugging-face, csv-legend");
  }
}
