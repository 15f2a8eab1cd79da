package io.mien.orchestrator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.store.json.WireJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallDetailsTest {

  @Test
  void whatIsAskedForIsKept() {
    assertThat(of(Map.of("preset", "smoke", "priority", 7, "names", List.of("a", "b"))))
        .isEqualTo("{\"names\":[\"a\",\"b\"],\"preset\":\"smoke\",\"priority\":7}");
  }

  @Test
  void secretsAreHiddenHoweverDeepTheyAre() {
    assertThat(of(Map.of("key", "mien_x", "inner", List.of(Map.of("signingSecret", "whsec_x")))))
        .isEqualTo("{\"inner\":[{\"signingSecret\":\"…\"}],\"key\":\"…\"}");
  }

  @Test
  void personWhoIsErasedIsNotNamed() {
    assertThat(of(Map.of("subject", "Ada"))).isEqualTo("{\"subject\":\"…\"}");
  }

  @Test
  void addressesLoseWhoSignsInAndWhatIsBehindThePath() {
    assertThat(source("https://bob:hunter2@store/faces?X-Amz-Signature=abc"))
        .isEqualTo("https://…@store/faces?…");
    assertThat(source("https://bob:hun/t?e#r@2@store/faces")).isEqualTo("https://…@store/faces");
    assertThat(source("jdbc:postgresql://db/mien?password=hunter2"))
        .isEqualTo("jdbc:postgresql://db/mien?…");
    assertThat(source("see https://a:b@c/d and s3://photos/a#b."))
        .isEqualTo("see https://…@c/d and s3://photos/a#…");
  }

  @Test
  void addressOfAWebhookKeepsItsHostAlone() {
    assertThat(of(Map.of("url", "https://hooks.example.com/services/T0/B0/abc?d=e")))
        .isEqualTo("{\"url\":\"https://hooks.example.com/…\"}");
  }

  @Test
  void whatIsLongIsCutAndSaysSo() {
    assertThat(of(Map.of("name", "x".repeat(10_000))))
        .hasSizeLessThan(600)
        .contains("xxx… (cut; 10,000 characters)");
    assertThat(of(Collections.nCopies(1000, 1))).contains("1,\"… (cut; 1,000 elements)\"]");
    List<String> texts = Collections.nCopies(20, "x".repeat(400));
    assertThat(of(texts)).hasSizeLessThan(4200).endsWith("… (cut; 8,061 characters)");
  }

  private static String source(String address) {
    return of(address).replace("\"", "");
  }

  private static String of(Object asked) {
    return CallDetails.of(WireJson.MAPPER.valueToTree(asked));
  }
}
