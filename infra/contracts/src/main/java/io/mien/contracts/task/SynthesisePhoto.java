package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.UprightPhoto;
import io.mien.contracts.quality.QualityGate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Generate the expression set of one prepared photo.
 *
 * @param crop square PNG, prepared with the checkpoint's recipe
 * @param checkpoint StarGAN checkpoint; its manifest is {@code checkpoint.json}
 * @param expressions target labels; empty means every label of the group
 * @param group whose labels the targets are; absent for the checkpoint's first group
 * @param holds attributes that the photo shows already; an attribute that is a target is turned
 *     over, the others stay
 * @param into the photo that the images are pasted into; absent for the crops themselves
 * @param form of the images; absent for squares of the checkpoint's size as PNG
 * @param quality what the images must reach; absent for no measure
 * @param photoSha256 digest of the photo as it was sent, which the images name; absent in messages
 *     of earlier versions, for the crop's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SynthesisePhoto(
    ObjectRef crop,
    PrefixRef checkpoint,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> expressions,
    @Nullable String group,
    List<String> holds,
    @Nullable UprightPhoto into,
    @Nullable ImageForm form,
    @Nullable QualityGate quality,
    @Nullable String photoSha256)
    implements TaskSpec {

  public SynthesisePhoto(
      ObjectRef crop,
      PrefixRef checkpoint,
      List<String> expressions,
      @Nullable String group,
      @Nullable List<String> holds,
      @Nullable UprightPhoto into,
      @Nullable ImageForm form,
      @Nullable QualityGate quality,
      @Nullable String photoSha256) {
    this.crop = crop;
    this.checkpoint = checkpoint;
    this.expressions = List.copyOf(expressions);
    this.group = group;
    this.holds = holds == null ? List.of() : List.copyOf(holds);
    this.into = into;
    this.form = ImageForm.PLAIN.equals(form) ? null : form;
    this.quality = quality;
    this.photoSha256 = photoSha256;
  }

  /** Crops of the checkpoint's size. */
  public SynthesisePhoto(
      ObjectRef crop,
      PrefixRef checkpoint,
      List<String> expressions,
      @Nullable String group,
      List<String> holds) {
    this(crop, checkpoint, expressions, group, holds, null, null, null, null);
  }

  /** In labels of the checkpoint's first group. */
  public SynthesisePhoto(ObjectRef crop, PrefixRef checkpoint, List<String> expressions) {
    this(crop, checkpoint, expressions, null, List.of());
  }

  /** What the images name as their source: the photo, or else the crop. */
  public String source() {
    return Objects.requireNonNullElse(photoSha256, crop.sha256());
  }

  /** The form, the usual one where none is asked for. */
  public ImageForm wanted() {
    return Objects.requireNonNullElse(form, ImageForm.PLAIN);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SYNTH;
  }
}
