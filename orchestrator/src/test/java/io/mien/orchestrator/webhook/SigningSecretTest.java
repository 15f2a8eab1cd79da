package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  /** The example of the specification's own libraries; openssl computes the same. */
  @Test
  void signatureIsTheOneThatTheSpecificationPublishes() {
    SigningSecret secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    String signature =
        secret.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void everythingThatIsSignedChangesTheSignature() {
    SigningSecret secret = SigningSecret.make(new Random(1));
    String signature = secret.sign("a", Instant.ofEpochSecond(5), "{}");

    assertThat(secret.sign("b", Instant.ofEpochSecond(5), "{}")).isNotEqualTo(signature);
    assertThat(secret.sign("a", Instant.ofEpochSecond(6), "{}")).isNotEqualTo(signature);
    assertThat(secret.sign("a", Instant.ofEpochSecond(5), "{ }")).isNotEqualTo(signature);
    assertThat(SigningSecret.make(new Random(2)).sign("a", Instant.ofEpochSecond(5), "{}"))
        .isNotEqualTo(signature);
    assertThat(secret.sign("a", Instant.ofEpochSecond(5), "{}")).isEqualTo(signature);
  }

  @Test
  void secretHas256BitsAndIsInNoLog() {
    SigningSecret secret = SigningSecret.make(new Random(1));

    assertThat(secret.text()).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.text().substring(6))).hasSize(32);
    assertThat(secret.toString()).doesNotContain(secret.text().substring(6, 12));
    assertThatThrownBy(() -> new SigningSecret("mien_key"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
