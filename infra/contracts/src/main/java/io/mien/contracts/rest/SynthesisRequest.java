package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.synthesis.SynthesisItem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/syntheses}, or the part {@code request} of a form whose file {@code
 * items} holds JSON lines. Items come with the form, from {@code items}, from {@code file}, or are
 * all pictures of the source.
 *
 * @param name by default the number of items, or the source
 * @param source folder, archive or prefix of the photos, see {@link
 *     io.mien.contracts.dataset.DatasetPlace}; may be left out when every item's photo is an
 *     address
 * @param file name of JSON lines in the source
 * @param items at most {@link #MOST_ITEMS}; a broken one is told of in the errors, and the others
 *     are done
 * @param checkpoint id or alias of a generator, {@code champion} when absent
 * @param expressions labels for items that name none; empty for all of the group
 * @param group whose labels they are; absent for the one that knows the first of them
 * @param holds attributes that the photos of such items show already
 * @param face which of several, {@link FaceChoice#SINGLE} when absent: a photo of several is
 *     refused
 * @param deadline when whatever is not done by then is given up; what is done stays
 * @param priority as of a run, 0 when absent
 * @param picture how the images are wanted; crops of the checkpoint's size as PNG when absent
 * @param quality what the images are measured by and must reach; no measure when absent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SynthesisRequest(
    @Nullable String name,
    @Nullable URI source,
    @Nullable String file,
    List<SynthesisItem> items,
    @Nullable String checkpoint,
    List<String> expressions,
    @Nullable String group,
    List<String> holds,
    @Nullable FaceChoice face,
    @Nullable Instant deadline,
    @Nullable Integer priority,
    @Nullable Picture picture,
    @Nullable QualityRequest quality) {

  /** Most items in the request itself; more come as a file. */
  public static final int MOST_ITEMS = 10_000;

  /**
   * How images are wanted.
   *
   * @param output {@code crop} when absent
   * @param size side of the crops in pixels, 16 to 2048; the checkpoint's own when absent
   * @param format {@code png} when absent
   * @param intensity share of what was generated, more than 0 to 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Picture(
      @Nullable ImageOutput output,
      @Nullable Integer size,
      @Nullable ImageFormat format,
      @Nullable Double intensity) {

    public Picture {
      if (output == ImageOutput.PASTED && size != null) {
        throw new IllegalArgumentException(
            "A pasted photo keeps its own size: leave size out, or ask for crops.");
      }
      ImageForm unused = new ImageForm(size, format, intensity); // refuses what there is not
    }

    /** The form of what is generated. */
    public ImageForm form() {
      return new ImageForm(size, format, intensity);
    }
  }

  public SynthesisRequest(
      @Nullable String name,
      @Nullable URI source,
      @Nullable String file,
      @Nullable List<SynthesisItem> items,
      @Nullable String checkpoint,
      @Nullable List<String> expressions,
      @Nullable String group,
      @Nullable List<String> holds,
      @Nullable FaceChoice face,
      @Nullable Instant deadline,
      @Nullable Integer priority,
      @Nullable Picture picture,
      @Nullable QualityRequest quality) {
    this.name = name;
    this.source = source;
    this.file = file;
    this.items = items == null ? List.of() : List.copyOf(items);
    this.checkpoint = checkpoint;
    this.expressions = expressions == null ? List.of() : List.copyOf(expressions);
    this.group = group;
    this.holds = holds == null ? List.of() : List.copyOf(holds);
    this.face = face;
    this.deadline = deadline;
    this.priority = priority;
    this.picture = picture;
    this.quality = quality;
  }
}
