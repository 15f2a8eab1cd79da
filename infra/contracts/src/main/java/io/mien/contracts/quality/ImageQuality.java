package io.mien.contracts.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What networks that had no part in generating an image make of it.
 *
 * @param target probability, 0 to 1, that it shows the label that it was given, calibrated if the
 *     classifier is; null without a classifier
 * @param shown the label that the classifier holds for the most probable; null without one
 * @param identity likeness of the person to that of the photo, -1 to 1: the correlation of what the
 *     embedder makes of both; null without an embedder
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageQuality(
    @Nullable Double target, @Nullable String shown, @Nullable Double identity) {}
