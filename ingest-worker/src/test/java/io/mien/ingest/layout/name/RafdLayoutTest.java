package io.mien.ingest.layout.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Rejection;
import io.mien.ingest.layout.DatasetListing;
import io.mien.ingest.layout.Folders;
import io.mien.ingest.layout.Label;
import io.mien.ingest.layout.Picture;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RafdLayoutTest {

  private static final String ADULT = "Rafd090_28_Caucasian_male_angry_frontal.jpg";
  private static final String CHILD = "Rafd045_42_Kid_female_happy_left.jpg";
  private static final LayoutOptions WITH_CHILDREN =
      new LayoutOptions(null, Inclusion.INCLUDE, null, null);

  private final RafdLayout layout = new RafdLayout();

  @Test
  void nameTellsEverything() {
    Picture picture = list(LayoutOptions.DEFAULTS, ADULT).pictures().get(0);

    assertThat(picture.subject()).isEqualTo("28");
    assertThat(picture.label()).isEqualTo(new Label.Known("angry"));
    assertThat(picture.attributes())
        .isEqualTo(
            Map.of("pose", "straight", "gender", "male", "gaze", "frontal", "group", "caucasian"));
  }

  @ParameterizedTest
  @CsvSource({
    "000, full-left",
    "045, half-left",
    "090, straight",
    "135, half-right",
    "180, full-right"
  })
  void cameraIsThePose(String camera, String pose) {
    DatasetListing listing =
        list(LayoutOptions.DEFAULTS, "RAFD" + camera + "_01_Moroccan_Male_Fearful_Right.JPG");

    assertThat(listing.pictures().get(0).attributes())
        .containsEntry("pose", pose)
        .containsEntry("gaze", "right");
  }

  @Test
  void aChildIsOneWhateverElseTheNameHas() {
    String copy = "Rafd090_63_Kid_female_happy_frontal (1).jpg";

    assertThat(list(LayoutOptions.DEFAULTS, copy).rejections())
        .extracting(Rejection::code)
        .containsExactly(Rejection.Code.MINOR);
  }

  @Test
  void childrenAreLeftOutAndReportedUnlessTheyAreAskedFor() {
    DatasetListing without = list(LayoutOptions.DEFAULTS, ADULT, CHILD);

    assertThat(without.pictures()).extracting(Picture::source).containsExactly(ADULT);
    assertThat(without.rejections())
        .containsExactly(
            new Rejection(
                CHILD,
                Rejection.Code.MINOR,
                "shows a child; children are taken only when they are asked for"));
    assertThat(list(WITH_CHILDREN, ADULT, CHILD).pictures())
        .extracting(Picture::subject)
        .containsExactly("42", "28");
  }

  @Test
  void contemptIsKeptApartAndOtherNamesAreNotGuessed() {
    DatasetListing listing =
        list(
            LayoutOptions.DEFAULTS,
            "Rafd090_28_Caucasian_male_contemptuous_left.jpg",
            "Rafd091_28_Caucasian_male_happy_left.jpg");

    assertThat(listing.pictures())
        .extracting(Picture::label)
        .containsExactly(
            new Label.Unknown("contemptuous"),
            new Label.Missing("is not named as a picture of RaFD"));
  }

  private DatasetListing list(LayoutOptions options, String... files) {
    return layout.list(Folders.named(files), options);
  }
}
