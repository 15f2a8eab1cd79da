package io.mien.orchestrator.rest;

import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.orchestrator.run.AskedPicture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form that say how the images of a photo are wanted.
 *
 * @param output {@code crop}, the default, or {@code pasted}: the whole photo with the face changed
 * @param format {@code png}, the default, {@code jpeg} or {@code webp}
 * @param face of several: {@code prominent}, {@code largest} or {@code central}; by default {@code
 *     single}, which refuses a photo of several
 * @param size side of the crops in pixels, 16 to 2048; by default the checkpoint's own
 * @param intensity share of what was generated, above 0 to 1; by default 1
 */
public record PictureForm(
    @RestForm("output") @Schema(implementation = ImageOutput.class) @Nullable String output,
    @RestForm("format") @Schema(implementation = ImageFormat.class) @Nullable String format,
    @RestForm("face") @Nullable String face,
    @RestForm("size") @Schema(format = "int32", minimum = "16", maximum = "2048")
        @Nullable String size,
    @RestForm("intensity")
        @Schema(format = "double", minimum = "0", exclusiveMinimum = true, maximum = "1")
        @Nullable String intensity) {

  AskedPicture.Form asked() {
    return new AskedPicture.Form(output, format, face, size, intensity);
  }
}
