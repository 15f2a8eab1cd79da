package io.mien.orchestrator.dataset;

import io.mien.contracts.dataset.LayoutOptions;
import java.net.URI;

/** A dataset that is to be registered. */
public record NewDataset(String name, URI source, String layout, LayoutOptions options) {}
