package io.mien.orchestrator.webhook.address;

/** What webhooks may do only where the operator of the installation says so. */
public enum Allowance {
  /** Lead to machines that the Internet does not reach. */
  PRIVATE_ADDRESSES,
  /** Be sent in the clear. */
  PLAIN_HTTP
}
