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

class RafDbLayoutIT {

  private static final String TABLE = "EmoLabel/list_patition_label.txt";

  @TempDir Path root;

  @Test
  void numbersBecomeExpressionsAndNamesParts() throws IOException {
    Folders.touch(root, "Image/aligned/train_00001_aligned.jpg");
    Folders.touch(root, "Image/aligned/test_0001_aligned.jpg");
    Folders.write(root, TABLE, "train_00001.jpg 5\r\ntest_0001.jpg   7\r\n");

    assertThat(list().pictures())
        .extracting(Picture::source, Picture::label, Picture::attributes)
        .containsExactly(
            tuple(
                "Image/aligned/test_0001_aligned.jpg",
                new Label.Known("neutral"),
                Map.of("partition", "test")),
            tuple(
                "Image/aligned/train_00001_aligned.jpg",
                new Label.Known("sad"),
                Map.of("partition", "train")));
  }

  @Test
  void originalsAreTakenBeforeAlignedCopies() throws IOException {
    Folders.touch(root, "Image/original/train_00001.jpg", "Image/aligned/train_00001_aligned.jpg");
    Folders.touch(root, "Image/aligned/train_00099_aligned.jpg");
    Folders.write(
        root, TABLE, "train_00001.jpg 1\ntrain_00002.jpg 1\ntrain_00001.jpg 2\ntrain_00003.jpg\n");

    DatasetListing listing = list();

    assertThat(Folders.picture(listing, "Image/original/train_00001.jpg").label())
        .isEqualTo(new Label.Known("surprised"));
    assertThat(Folders.picture(listing, "Image/aligned/train_00099_aligned.jpg").label())
        .isEqualTo(new Label.Missing("not named in " + TABLE));
    assertThat(listing.rejections())
        .extracting(Rejection::source, Rejection::code)
        .containsExactly(
            tuple("train_00002.jpg", Rejection.Code.MISSING_FILE),
            tuple("Image/original/train_00001.jpg", Rejection.Code.DUPLICATE),
            tuple("train_00003.jpg", Rejection.Code.MISSING_FILE),
            tuple("Image/aligned/train_00001_aligned.jpg", Rejection.Code.NOT_CHOSEN));
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void isRecognisedByItsTable() throws IOException {
    Folders.touch(root, TABLE);

    assertThat(new RafDbLayout().recognise(Folders.open(root))).contains("it has a " + TABLE);
  }

  private DatasetListing list() {
    return new RafDbLayout().list(Folders.open(root), LayoutOptions.DEFAULTS);
  }
}
