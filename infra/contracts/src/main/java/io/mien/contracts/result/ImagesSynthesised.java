package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.RejectedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param synthesis where the images lie; its manifest is {@code synthesis.json}
 * @param images generated images, for a single photo; empty for a whole dataset, where the manifest
 *     lists them
 * @param count number of generated images
 * @param contactSheet the inputs beside their expressions
 * @param columns what the columns of the contact sheet show; none in results of earlier versions
 * @param rejected images that were not good enough; they are on the contact sheet as they were last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImagesSynthesised(
    PrefixRef synthesis,
    List<SynthesisedImage> images,
    int count,
    ObjectRef contactSheet,
    List<String> columns,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RejectedImage> rejected)
    implements TaskResult {

  public ImagesSynthesised(
      PrefixRef synthesis,
      List<SynthesisedImage> images,
      int count,
      ObjectRef contactSheet,
      @Nullable List<String> columns,
      @Nullable List<RejectedImage> rejected) {
    this.synthesis = synthesis;
    this.images = List.copyOf(images);
    this.count = count;
    this.contactSheet = contactSheet;
    this.columns = columns == null ? List.of() : List.copyOf(columns);
    this.rejected = rejected == null ? List.of() : List.copyOf(rejected);
  }

  /** Of which none was rejected. */
  public ImagesSynthesised(
      PrefixRef synthesis,
      List<SynthesisedImage> images,
      int count,
      ObjectRef contactSheet,
      List<String> columns) {
    this(synthesis, images, count, contactSheet, columns, null);
  }
}
