package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.MinorsRule;
import io.mien.contracts.terms.Purpose;
import io.mien.contracts.terms.Requirement;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.terms.UseRules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestedUseTest {

  private static final UseRules COMMERCIAL = UseRules.DEFAULTS.with(Purpose.COMMERCIAL);

  @Test
  void requestChoosesItsPurposeAndIncludesMinorsWhereThePolicyLeavesThat() {
    UseRules refuse =
        new UseRules(
            Purpose.RESEARCH, MinorsRule.REFUSE, Requirement.REQUIRED, Requirement.OPTIONAL);

    assertThat(RequestedUse.of(request(null, null), COMMERCIAL)).isEqualTo(COMMERCIAL);
    assertThat(RequestedUse.of(request(Purpose.RESEARCH, null), COMMERCIAL))
        .isEqualTo(UseRules.DEFAULTS);
    assertThat(RequestedUse.of(request(null, Inclusion.INCLUDE), UseRules.DEFAULTS).minors())
        .isEqualTo(MinorsRule.ALLOW);
    assertThat(RequestedUse.of(request(null, Inclusion.EXCLUDE), UseRules.DEFAULTS))
        .isEqualTo(UseRules.DEFAULTS);
    assertThat(RequestedUse.of(request(null, Inclusion.INCLUDE), refuse)).isEqualTo(refuse);
  }

  @Test
  void checkpointOfACommercialInstallationMustServeCommerce() {
    CheckpointView forbidden =
        checkpoint(UsageTerms.stated("CC-BY-NC-4.0", CommercialUse.FORBIDDEN, null, null));

    assertThatThrownBy(() -> RequestedUse.check(COMMERCIAL, forbidden))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("checkpoint " + forbidden.checkpointId())
        .extracting("code")
        .isEqualTo("commercial-use-refused");
    assertThatCode(() -> RequestedUse.check(UseRules.DEFAULTS, forbidden))
        .doesNotThrowAnyException();
  }

  @Test
  void minorsWereIncludedWhenTheCheckpointWasMade() {
    CheckpointView made = checkpoint(UsageTerms.stated(null, null, Minors.PRESENT, null));

    assertThatCode(() -> RequestedUse.check(UseRules.DEFAULTS, made)).doesNotThrowAnyException();
  }

  private static RunRequest request(@Nullable Purpose purpose, @Nullable Inclusion minors) {
    return new RunRequest(
        new DatasetId(new UUID(0, 1)),
        "smoke",
        null,
        List.of(),
        null,
        purpose,
        minors,
        null,
        null,
        null,
        null);
  }

  private static CheckpointView checkpoint(UsageTerms terms) {
    CropRecipe recipe = new CropRecipe("cascade-v1", 32, 0.2, true);
    CheckpointSummary summary =
        new CheckpointSummary("stargan", 32, List.of("happy"), recipe, "", 1).with(terms);
    ObjectRef manifest = new ObjectRef(Bucket.MODELS, "c/checkpoint.json", 1, "00");
    return new CheckpointView(
        new CheckpointId(new UUID(0, 2)),
        new RunId(new UUID(0, 3)),
        new TaskId(new UUID(0, 4)),
        summary,
        new PrefixRef(Bucket.MODELS, "c/", manifest),
        List.of(),
        Instant.EPOCH);
  }
}
