package io.mien.contracts.synthesis;

/**
 * The types of the CloudEvents by which products ask for syntheses and are answered; {@code
 * asyncapi.yaml} of the orchestrator describes them.
 */
public final class SynthesisEvents {

  /** Data: {@link io.mien.contracts.rest.SynthesisRequest}. */
  public static final String REQUESTED = "io.mien.synthesis.requested.v1";

  /** The request cannot be begun. Data: {@link Refusal}. */
  public static final String REFUSED = "io.mien.synthesis.refused.v1";

  /** Data: {@link io.mien.contracts.rest.SynthesisView}. */
  public static final String STARTED = "io.mien.synthesis.started.v1";

  /** Data: {@link io.mien.contracts.rest.SynthesisView}. */
  public static final String ENDED = "io.mien.synthesis.ended.v1";

  private SynthesisEvents() {}

  /**
   * Why a request cannot be begun.
   *
   * @param code stable, for programs, in kebab case
   */
  public record Refusal(String code, String message) {}
}
