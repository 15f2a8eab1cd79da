package io.mien.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.terms.MinorsRule;
import io.mien.contracts.terms.Purpose;
import io.mien.contracts.terms.Requirement;
import io.mien.contracts.terms.UseRules;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrchestratorConfigTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "mien.store.access-key", "key",
          "mien.store.secret-key", "secret",
          "mien.database.password", "password");

  @Test
  void defaultsAreThoseOfOneMachine() {
    OrchestratorConfig config = config(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("127.0.0.1:19092");
    assertThat(config.kafka().partitions()).isEqualTo(3);
    assertThat(config.store().endpoint()).isEqualTo(URI.create("http://127.0.0.1:19000"));
    assertThat(config.store().namespace()).isEqualTo("mien");
    assertThat(config.store().publicEndpoint()).isEmpty();
    assertThat(config.store().region()).isEqualTo("us-east-1");
    assertThat(config.sources().buckets()).isEmpty();
    assertThat(config.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:15432/mien");
    assertThat(config.database().user()).isEqualTo("mien");
  }

  @Test
  void defaultsOfTheProtocolAreThoseOfTheArchitecture() {
    OrchestratorConfig.Orchestrator ours = config(Map.of()).orchestrator();

    assertThat(ours.firstKey()).isEmpty();
    assertThat(ours.lease()).isEqualTo(Duration.ofSeconds(60));
    assertThat(ours.heartbeatEvery()).isEqualTo(Duration.ofSeconds(10));
    assertThat(ours.offerTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(ours.workerLostAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(ours.failureBudget()).isEqualTo(3);
    assertThat(ours.interruptionBudget()).isEqualTo(20);
    assertThat(ours.crashBudget()).isEqualTo(5);
    assertThat(ours.onDemandSlots()).isEqualTo(1);
    assertThat(ours.reuseSteps()).isTrue();
    assertThat(ours.reportReaders()).isEqualTo(2);
    assertThat(ours.firstBackoff()).isEqualTo(Duration.ofSeconds(10));
    assertThat(ours.longestBackoff()).isEqualTo(Duration.ofMinutes(10));
    assertThat(ours.dispatchEvery()).isEqualTo(Duration.ofMillis(250));
    assertThat(ours.publishEvery()).isEqualTo(Duration.ofMillis(250));
    assertThat(ours.reapEvery()).isEqualTo(Duration.ofSeconds(1));
    assertThat(ours.checkEvery()).isEqualTo(Duration.ofSeconds(3));
    assertThat(ours.uploadExpiry()).isEqualTo(Duration.ofDays(7));
    assertThat(ours.expireUploadsEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(ours.schedulesEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(ours.requestsClient()).isEqualTo("events");
    assertThat(ours.mostOpenRequests()).isEqualTo(100);
    assertThat(ours.answersEvery()).isEqualTo(Duration.ofMillis(500));
    assertThat(ours.keepAliveEvery()).isEqualTo(Duration.ofSeconds(10));
    assertThat(ours.sessionLength()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void whatSucceededIsKeptForEverAndTheRestNot() {
    OrchestratorConfig.Retention retention = config(Map.of()).retention();
    OrchestratorConfig.Retention other =
        config(
                Map.of(
                    "mien.retention.succeeded", "365D",
                    "mien.retention.failed", "",
                    "mien.retention.cancelled", "",
                    "mien.retention.expressions", "",
                    "mien.retention.history", ""))
            .retention();

    assertThat(retention.succeeded()).isEmpty();
    assertThat(retention.failed()).contains(Duration.ofDays(30));
    assertThat(retention.cancelled()).contains(Duration.ofDays(7));
    assertThat(retention.expressions()).contains(Duration.ofDays(30));
    assertThat(retention.unusedUploads()).isEqualTo(Duration.ofDays(30));
    assertThat(retention.madeItems()).isEqualTo(Duration.ofDays(30));
    assertThat(retention.history()).contains(Duration.ofDays(400));
    assertThat(retention.grace()).isEqualTo(Duration.ofDays(1));
    assertThat(retention.searchEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(retention.lookEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(other.succeeded()).contains(Duration.ofDays(365));
    assertThat(other.failed()).isEmpty();
    assertThat(other.cancelled()).isEmpty();
    assertThat(other.expressions()).isEmpty();
    assertThat(other.history()).isEmpty();
  }

  @Test
  void webhooksLeadToTheInternetAloneAndAreTriedForADay() {
    OrchestratorConfig.Webhooks webhooks = config(Map.of()).webhooks();

    assertThat(webhooks.allowPrivate()).isFalse();
    assertThat(webhooks.allowHttp()).isFalse();
    assertThat(webhooks.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(webhooks.timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(webhooks.lease()).isEqualTo(Duration.ofSeconds(60));
    assertThat(webhooks.atOnce()).isEqualTo(16);
    assertThat(webhooks.atOncePerEndpoint()).isEqualTo(4);
    assertThat(webhooks.tryFor()).isEqualTo(Duration.ofDays(1));
    assertThat(webhooks.failuresToOpen()).isEqualTo(5);
    assertThat(webhooks.firstProbe()).isEqualTo(Duration.ofSeconds(30));
    assertThat(webhooks.longestProbe()).isEqualTo(Duration.ofMinutes(30));
    assertThat(webhooks.keepDelivered()).isEqualTo(Duration.ofDays(7));
    assertThat(webhooks.keepDead()).isEqualTo(Duration.ofDays(30));
    assertThat(webhooks.sendEvery()).isEqualTo(Duration.ofMillis(500));
    assertThat(webhooks.sweepEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config(Map.of("mien.webhooks.allow-private", "true")).webhooks().allowPrivate())
        .isTrue();
  }

  @Test
  void auditIsKeptForAYear() {
    assertThat(config(Map.of()).audit().keep()).isEqualTo(Duration.ofDays(365));
    assertThat(config(Map.of()).audit().sweepEvery()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void policyIsResearchOnWhoeverIsIncludedExplicitly() {
    OrchestratorConfig.Policy policy = config(Map.of()).policy();
    OrchestratorConfig.Policy other =
        config(
                Map.of(
                    "mien.policy.purpose", "commercial",
                    "mien.policy.minors", "refuse",
                    "mien.policy.commercial-use", "optional",
                    "mien.policy.consent", "required"))
            .policy();

    assertThat(
            new UseRules(
                policy.purpose(), policy.minors(), policy.commercialUse(), policy.consent()))
        .isEqualTo(UseRules.DEFAULTS);
    assertThat(
            new UseRules(other.purpose(), other.minors(), other.commercialUse(), other.consent()))
        .isEqualTo(
            new UseRules(
                Purpose.COMMERCIAL, MinorsRule.REFUSE, Requirement.OPTIONAL, Requirement.REQUIRED));
  }

  @Test
  void namesAreThoseThatAllApplicationsShare() {
    OrchestratorConfig config =
        config(
            Map.of(
                "mien.kafka.bootstrap-servers", "kafka:9092",
                "mien.store.endpoint", "https://minio:9000",
                "mien.sources.buckets", "faces,more-faces",
                "mien.database.url", "jdbc:postgresql://db/mien",
                "mien.orchestrator.first-key", "mien_first",
                "mien.orchestrator.lease", "90S"));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(config.store().endpoint()).isEqualTo(URI.create("https://minio:9000"));
    assertThat(config.database().url()).isEqualTo("jdbc:postgresql://db/mien");
    assertThat(config.sources().buckets()).contains(List.of("faces", "more-faces"));
    assertThat(config.orchestrator().firstKey()).contains("mien_first");
    assertThat(config.orchestrator().lease()).isEqualTo(Duration.ofSeconds(90));
  }

  private static OrchestratorConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(OrchestratorConfig.class)
        .withDefaultValues(REQUIRED)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(OrchestratorConfig.class);
  }
}
