package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.PreparePhoto;
import org.junit.jupiter.api.Test;

class FaceSelectionTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.2, true);

  @Test
  void whatIsAbsentIsTheDefault() throws JsonProcessingException {
    assertThat(MAPPER.readValue("{}", FaceSelection.class)).isEqualTo(FaceSelection.DEFAULTS);
    assertThat(MAPPER.readValue("{\"frames\":3}", LayoutOptions.class).selection())
        .isEqualTo(FaceSelection.DEFAULTS);
    assertThat(
            MAPPER.readValue(
                "{\"choice\":\"largest\",\"limits\":{\"maxRollDegrees\":20}}", FaceSelection.class))
        .isEqualTo(
            new FaceSelection(
                null,
                FaceChoice.LARGEST,
                new QualityLimits(null, null, null, null, null, 20.0),
                NearDuplicatePolicy.REPORT));
  }

  @Test
  void optionsWithoutFacesAreWrittenAsByEarlierVersions() throws JsonProcessingException {
    assertThat(MAPPER.writeValueAsString(new LayoutOptions(3, null, null, null)))
        .isEqualTo("{\"frames\":3}");
  }

  @Test
  void limitsOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new QualityLimits(null, null, 256.0, null, null, null))
        .hasMessage("minBrightness is 256.0; choose 0 to 255.");
    assertThatThrownBy(() -> new QualityLimits(-1.0, null, null, null, null, null))
        .hasMessage("minFacePixels is -1.0; choose 0 or more.");
    assertThatThrownBy(() -> new QualityLimits(null, null, null, null, Double.NaN, null))
        .hasMessageStartingWith("maxClipped is NaN");
  }

  @Test
  void onlyKnownDetectorsCanBeAskedFor() {
    LayoutOptions options =
        LayoutOptions.DEFAULTS.with(new FaceSelection("mtcnn", null, null, null));

    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> Layouts.check(Layouts.AUTO, options));

    assertThat(refused.code()).isEqualTo("unknown-detector");
    assertThat(refused).hasMessageContaining("yunet-v1");
  }

  @Test
  void aDetectorThatTakesAFixedPartHasNothingAroundIt() {
    assertThat(RECIPE.with("yunet-v1")).isEqualTo(new CropRecipe("yunet-v1", 64, 0.2, true));
    assertThat(RECIPE.with("celeba-center-crop"))
        .isEqualTo(new CropRecipe("celeba-center-crop", 64, 0, false));
  }

  @Test
  void aPhotoOfAnEarlierVersionGivesItsMostProminentFace() throws JsonProcessingException {
    PreparePhoto task =
        new PreparePhoto(new ObjectRef(Bucket.SYNTHESES, "photo", 1, "0".repeat(64)), RECIPE);
    ObjectNode json = MAPPER.valueToTree(task);
    json.remove("choice");

    assertThat(MAPPER.treeToValue(json, PreparePhoto.class)).isEqualTo(task);
    assertThat(task.choice()).isEqualTo(FaceChoice.PROMINENT);
  }

  @Test
  void onePhotoNeverGivesSeveralFaces() {
    ObjectRef photo = new ObjectRef(Bucket.SYNTHESES, "photo", 1, "0".repeat(64));

    assertThatThrownBy(() -> new PreparePhoto(photo, RECIPE, FaceChoice.ALL))
        .hasMessageContaining("choose one of its faces");
  }

  @Test
  void cropsOfEarlierVersionsLackTheNewerMeasures() throws JsonProcessingException {
    String json = "{\"sharpness\":12.5,\"brightness\":99.0,\"faceShare\":0.5}";

    CropQuality quality = MAPPER.readValue(json, CropQuality.class);

    assertThat(quality).isEqualTo(new CropQuality(12.5, 99, 0.5));
    assertThat(MAPPER.writeValueAsString(quality)).isEqualTo(json);
  }
}
