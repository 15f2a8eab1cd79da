package io.mien.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageFolderLayoutTest {

  private final ImageFolderLayout layout = new ImageFolderLayout();

  @Test
  void foldersAreLabelsAndCodesAreSubjects() {
    DatasetListing listing = layout.list(folder("anger/P0002_01.png", "Happy/deep/x.jpg"));

    assertThat(listing.pictures().get(0).label()).isEqualTo(new Label.Known("happy"));
    assertThat(listing.pictures().get(0).subject()).isEqualTo("Happy/deep/x.jpg");
    assertThat(listing.pictures().get(1).label()).isEqualTo(new Label.Known("angry"));
    assertThat(listing.pictures().get(1).subject()).isEqualTo("P0002");
  }

  @Test
  void namesOfPartsAndOfPeopleAreNoLabels() {
    DatasetListing listing = layout.list(folder("train/sad/a.png", "Anna/fear/b.png"));

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(new Label.Known("fearful"), new Label.Known("sad"));
  }

  @Test
  void filesOutsideTheFoldersHaveNoLabelAndOtherFoldersAnUnknownOne() {
    DatasetListing listing = layout.list(folder("contempt/a.png", "readme.txt", "sad/b.png"));

    assertThat(listing.pictures().get(0).label()).isEqualTo(new Label.Unknown("contempt"));
    assertThat(listing.pictures().get(1).label()).isInstanceOf(Label.Missing.class);
    assertThat(listing.pictures()).hasSize(3);
  }

  @Test
  void isRecognisedByFoldersNamedAfterExpressions() {
    assertThat(layout.recognise(folder("anger/a.png", "x/b.png")))
        .contains("it has folders named anger");
    assertThat(layout.recognise(folder("holidays/a.png"))).isEmpty();
  }

  @Test
  void refusesAFolderWithoutFolders() {
    assertThatThrownBy(() -> layout.list(folder("a.png")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no sub-folders");
  }

  private static DatasetFolder folder(String... files) {
    return new DatasetFolder(Path.of("/data"), List.of(files), List.of());
  }
}
