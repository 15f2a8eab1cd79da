package io.mien.orchestrator.dataset;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.terms.UsageTerms;
import java.net.URI;

/**
 * A dataset that is to be registered.
 *
 * @param terms as somebody states them
 */
public record NewDataset(
    String name, URI source, String layout, LayoutOptions options, UsageTerms terms) {}
