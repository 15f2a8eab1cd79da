package io.mien.synth.image.watermark;

/**
 * A watermark that was read.
 *
 * @param agreement of the picture with the coded payload: 1 where every bit agrees
 */
public record FoundWatermark(WatermarkPayload payload, double agreement) {}
