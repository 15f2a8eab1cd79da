package io.mien.ingest.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffectNetLayoutIT {

  private static final String HEADER =
      "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,expression,valence,arousal\n";

  @TempDir Path root;

  @Test
  void numbersBecomeExpressionsAndFilesOfRowsParts() throws IOException {
    Folders.touch(root, "Manually_Annotated_Images/1/a.jpg", "Manually_Annotated_Images/2/a.jpg");
    Folders.write(root, "lists/training.csv", HEADER + "1/a.jpg,0,0,9,9,1.5;2.5,6,-0.3,0.7\n");
    Folders.write(root, "lists/validation.csv", HEADER + "2/a.jpg,0,0,9,9,1.5;2.5,0,-2,-2\n");

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::label, Picture::attributes)
        .containsExactly(
            tuple(
                new Label.Known("angry"),
                Map.of("valence", "-0.3", "arousal", "0.7", "partition", "train")),
            tuple(new Label.Known("neutral"), Map.of("partition", "validation")));
    assertThat(listing.rejections()).isEmpty();
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void whatIsNoExpressionIsReportedByItsWord() throws IOException {
    Folders.touch(root, "1/a.jpg", "1/b.jpg", "1/c.jpg", "1/d.jpg", "1/e.jpg");
    Folders.write(
        root,
        "training.csv",
        HEADER
            + row("1/a.jpg", "7")
            + row("1/b.jpg", "8")
            + row("1/c.jpg", "10")
            + row("1/d.jpg", "11")
            + row("1/e.jpg", "")
            + row("1/e.jpg", "1")
            + row("1/gone.jpg", "1"));

    DatasetListing listing = list();

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Unknown("contempt"),
            new Label.Unknown("none"),
            new Label.Unknown("no face"),
            new Label.Unknown("11"),
            new Label.Missing("training.csv, line 6 has no expression"));
    assertThat(listing.rejections())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(
            tuple("1/e.jpg", Rejection.Code.DUPLICATE),
            tuple("1/gone.jpg", Rejection.Code.MISSING_FILE));
  }

  @Test
  void isRecognisedByItsColumns() throws IOException {
    Folders.write(root, "training.csv", HEADER);
    Folders.write(root, "other.csv", "image,mood\n");

    assertThat(new AffectNetLayout().recognise(Folders.open(root)))
        .contains("it has a column subDirectory_filePath in training.csv");
  }

  private static String row(String image, String expression) {
    return image + ",0,0,9,9,," + expression + ",0.1,0.2\n";
  }

  private DatasetListing list() {
    return new AffectNetLayout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }
}
