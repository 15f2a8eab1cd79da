package io.mien.ingest.layout.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CkPlusLayoutIT {

  @TempDir Path root;

  @Test
  void lastFramesShowTheExpressionAndTheFirstIsNeutral() throws IOException {
    sequence("S005", "001", 11);
    label("S005", "001", 11, "   3.0000000e+00\n");

    DatasetListing listing = list(LayoutOptions.DEFAULTS);

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Known("neutral"),
            new Label.Known("disgusted"),
            new Label.Known("disgusted"),
            new Label.Known("disgusted"));
    assertThat(listing.pictures().get(0).attributes())
        .isEqualTo(Map.of("sequence", "001", "frame", "00000001"));
    assertThat(listing.pictures().get(3).source()).endsWith("S005_001_00000011.png");
    assertThat(listing.pictures()).extracting(Picture::subject).containsOnly("S005");
    assertThat(listing.rejections())
        .hasSize(7)
        .allMatch(rejection -> rejection.code() == Rejection.Code.NOT_CHOSEN);
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void onePeakFrameIsAChoice() throws IOException {
    sequence("S005", "001", 11);
    label("S005", "001", 11, "   7.0000000e+00\n");

    assertThat(list(new LayoutOptions(1, null, null, null)).pictures())
        .extracting(Picture::label)
        .containsExactly(new Label.Known("neutral"), new Label.Known("surprised"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, neutral",
    "1, angry",
    "3, disgusted",
    "4, fearful",
    "5, happy",
    "6, sad",
    "7, surprised"
  })
  void everyNumberHasItsExpression(String code, String expression) throws IOException {
    sequence("S010", "002", 2);
    label("S010", "002", 2, "   " + code + ".0000000e+00\r\n");

    assertThat(list(LayoutOptions.DEFAULTS).pictures().get(1).label())
        .isEqualTo(new Label.Known(expression));
  }

  @Test
  void contemptIsKeptApartAndWhatIsNoNumberIsNotGuessed() throws IOException {
    sequence("S010", "002", 4);
    label("S010", "002", 4, "   2.0000000e+00\n");
    sequence("S010", "003", 4);
    label("S010", "003", 4, "anger?\n");
    sequence("S010", "004", 4);
    label("S010", "004", 4, "   3.5000000e+00\n");

    DatasetListing listing = list(new LayoutOptions(1, null, null, null));

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Known("neutral"),
            new Label.Unknown("contempt"),
            new Label.Known("neutral"),
            new Label.Unknown("anger?"),
            new Label.Known("neutral"),
            new Label.Unknown("3.5000000e+00"));
  }

  @Test
  void sequencesWithoutALabelGiveNoNeutralFace() throws IOException {
    sequence("S011", "001", 5);
    Files.createDirectories(root.resolve("Emotion/S011/001"));
    sequence("S011", "002", 5);
    label("S011", "002", 5, "");

    DatasetListing listing = list(LayoutOptions.DEFAULTS);

    assertThat(listing.pictures())
        .hasSize(6)
        .allMatch(each -> each.label() instanceof Label.Missing);
    assertThat(listing.rejections()).hasSize(4);
  }

  @Test
  void labelsWithoutFramesAndSecondLabelsAreReported() throws IOException {
    sequence("S011", "001", 2);
    label("S011", "001", 2, "   5.0000000e+00\n");
    label("S999", "001", 2, "   5.0000000e+00\n");
    Folders.write(root, "old/S011_001_00000002_emotion.txt", "   1.0000000e+00\n");
    Folders.touch(root, ".DS_Store", "FACS/S011/001/S011_001_00000002_facs.txt");

    DatasetListing listing = list(LayoutOptions.DEFAULTS);

    assertThat(listing.rejections())
        .extracting(Rejection::source, Rejection::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "old/S011_001_00000002_emotion.txt", Rejection.Code.DUPLICATE),
            org.assertj.core.groups.Tuple.tuple(
                "Emotion/S999/001/S999_001_00000002_emotion.txt", Rejection.Code.MISSING_FILE));
    assertThat(Folders.picture(listing, "FACS/S011/001/S011_001_00000002_facs.txt").label())
        .isInstanceOf(Label.Missing.class);
    assertThat(listing.forgotten(Folders.open(root).files())).isEmpty();
  }

  @Test
  void isRecognisedByItsSequences() throws IOException {
    sequence("S011", "001", 1);

    assertThat(new CkPlusLayout().recognise(Folders.open(root)))
        .contains(
            "it has sequences of frames such as cohn-kanade-images/S011/001/S011_001_00000001.png");
    assertThat(new CkPlusLayout().recognise(Folders.named("anger/S011_001_00000001.png")))
        .isEmpty();
  }

  private void sequence(String subject, String sequence, int frames) throws IOException {
    for (int frame = 1; frame <= frames; frame++) {
      Folders.touch(
          root,
          "cohn-kanade-images/%1$s/%2$s/%1$s_%2$s_%3$08d.png".formatted(subject, sequence, frame));
    }
  }

  private void label(String subject, String sequence, int frame, String text) throws IOException {
    Folders.write(
        root,
        "Emotion/%1$s/%2$s/%1$s_%2$s_%3$08d_emotion.txt".formatted(subject, sequence, frame),
        text);
  }

  private DatasetListing list(LayoutOptions options) {
    return new CkPlusLayout().list(Folders.open(root), options);
  }
}
