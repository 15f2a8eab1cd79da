package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.quality.QualityGate;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Generate what the items of one part of a bulk synthesis ask for.
 *
 * @param crops tar of the crops, in the order of the items
 * @param items JSON lines, each a {@link io.mien.contracts.synthesis.PreparedItem}
 * @param count of the items
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 * @param form of the images; absent for squares of the checkpoint's size as PNG
 * @param quality what the images must reach; absent for no measure
 * @param photos tar of the photos that the images are pasted into, named and ordered as the crops;
 *     absent for the crops themselves
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynthesiseItems(
    ObjectRef crops,
    ObjectRef items,
    int count,
    PrefixRef checkpoint,
    @Nullable ImageForm form,
    @Nullable QualityGate quality,
    @Nullable ObjectRef photos)
    implements TaskSpec {

  public SynthesiseItems {
    form = ImageForm.PLAIN.equals(form) ? null : form;
  }

  /** The form, the usual one where none is asked for. */
  public ImageForm wanted() {
    return Objects.requireNonNullElse(form, ImageForm.PLAIN);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }

  @Override
  public OptionalLong units() {
    return OptionalLong.of(count);
  }

  @Override
  public boolean isIndependent() {
    return true;
  }
}
