package io.mien.contracts.result;

/**
 * @param objects that are gone now, those included that were gone already
 */
public record DatasetsDeleted(int objects) implements TaskResult {}
