package io.mien.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class SplitPolicyTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void subjectsAreKeptTogetherUnlessImagesAreAskedFor() throws JsonProcessingException {
    assertThat(read("{\"validation\":0.1,\"test\":0.2,\"seed\":7}"))
        .isEqualTo(new SplitPolicy(0.1, 0.2, 7, SplitUnit.SUBJECT));
    assertThat(read("{\"validation\":0.1,\"test\":0.1,\"seed\":7,\"unit\":\"image\"}").unit())
        .isEqualTo(SplitUnit.IMAGE);
  }

  @Test
  void foldsAreOfSubjectsAndAtLeastThree() throws JsonProcessingException {
    SplitPolicy policy = new SplitPolicy(0.1, 0.2, 7);

    assertThat(read("{\"validation\":0.1,\"test\":0.2,\"seed\":7,\"folds\":5}"))
        .isEqualTo(policy.withFolds(5));
    assertThat(MAPPER.writeValueAsString(policy)).doesNotContain("folds");
    assertThatThrownBy(() -> policy.withFolds(2)).hasMessageContaining("3 to 20 folds, not 2");
    assertThatThrownBy(() -> new SplitPolicy(0.1, 0.2, 7, SplitUnit.IMAGE, 5))
        .hasMessageContaining("not of unit image");
  }

  private static SplitPolicy read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, SplitPolicy.class);
  }
}
