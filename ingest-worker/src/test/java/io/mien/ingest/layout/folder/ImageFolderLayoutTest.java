package io.mien.ingest.layout.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.layout.DatasetFolder;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageFolderLayoutTest {

  private final ImageFolderLayout layout = new ImageFolderLayout();

  @Test
  void foldersAreLabelsAndCodesAreSubjects() {
    DatasetListing listing = list(Folders.named("anger/P0002_01.png", "Happy/deep/x.jpg"));

    assertThat(listing.pictures().get(0).label()).isEqualTo(new Label.Known("happy"));
    assertThat(listing.pictures().get(0).subject()).isEqualTo("Happy/deep/x.jpg");
    assertThat(listing.pictures().get(1).label()).isEqualTo(new Label.Known("angry"));
    assertThat(listing.pictures().get(1).subject()).isEqualTo("P0002");
  }

  @Test
  void namesOfPartsAndOfPeopleAreNoLabels() {
    DatasetListing listing = list(Folders.named("train/sad/a.png", "Anna/fear/b.png"));

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(new Label.Known("fearful"), new Label.Known("sad"));
  }

  @Test
  void filesOutsideTheFoldersHaveNoLabelAndOtherFoldersAnUnknownOne() {
    DatasetListing listing = list(Folders.named("contempt/a.png", "readme.txt", "sad/b.png"));

    assertThat(listing.pictures().get(0).label()).isEqualTo(new Label.Unknown("contempt"));
    assertThat(listing.pictures().get(1).label()).isInstanceOf(Label.Missing.class);
    assertThat(listing.pictures()).hasSize(3);
  }

  @Test
  void isRecognisedByFoldersNamedAfterExpressions() {
    assertThat(layout.recognise(Folders.named("anger/a.png", "x/b.png")))
        .contains("it has folders named anger");
    assertThat(layout.recognise(Folders.named("holidays/a.png"))).isEmpty();
  }

  @Test
  void refusesAFolderWithoutFolders() {
    assertThatThrownBy(() -> list(Folders.named("a.png")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no sub-folders");
  }

  @Test
  void foldersOfPartsAreTheOfficialPartition() {
    DatasetListing listing =
        list(Folders.named("Training/sad/a.png", "sad/b.png", "val/sad/c.png", "test/sad/d.png"));

    assertThat(listing.pictures())
        .extracting(Picture::attributes)
        .containsExactly(
            Map.of("partition", "train"),
            Map.of(),
            Map.of("partition", "test"),
            Map.of("partition", "validation"));
  }

  private DatasetListing list(DatasetFolder folder) {
    return layout.list(folder, LayoutOptions.DEFAULTS);
  }
}
