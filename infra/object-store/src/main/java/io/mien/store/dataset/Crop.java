package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;

/** A crop as it comes out of a shard: its labels and its PNG bytes. The array is the caller's. */
@SuppressWarnings("ArrayRecordComponent")
public record Crop(CropRecord record, byte[] png) {}
