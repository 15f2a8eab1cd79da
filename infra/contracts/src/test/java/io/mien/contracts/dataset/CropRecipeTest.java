package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class CropRecipeTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final CropRecipe RECIPE = new CropRecipe("cascade-v1", 64, 0.2, true);

  @Test
  void colourIsThatOfThePhotoUnlessGreyIsAskedFor() throws Exception {
    String json = MAPPER.writeValueAsString(RECIPE);

    assertThat(json).doesNotContain("colour");
    assertThat(MAPPER.readValue(json, CropRecipe.class)).isEqualTo(RECIPE);
    assertThat(RECIPE.in(Colour.RGB)).isEqualTo(RECIPE);
    assertThat(MAPPER.writeValueAsString(RECIPE.in(Colour.GREY))).contains("\"colour\":\"grey\"");
    assertThat(
            MAPPER.readValue(MAPPER.writeValueAsString(RECIPE.in(Colour.GREY)), CropRecipe.class))
        .isEqualTo(RECIPE.in(Colour.GREY));
  }
}
