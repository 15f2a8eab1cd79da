package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param synthesised items that were done
 * @param rejected those of them that have an image that was not good enough
 * @param failed items that nothing came of
 * @param images of all items that were done
 * @param results JSON lines, each a {@link io.mien.contracts.synthesis.SynthesisedItem}
 * @param errors JSON lines, each a {@link io.mien.contracts.synthesis.FailedItem}; null when there
 *     is none
 * @param earlier what earlier attempts left, whose images the results name too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemsSynthesised(
    int synthesised,
    int rejected,
    int failed,
    int images,
    ObjectRef results,
    @Nullable ObjectRef errors,
    List<PrefixRef> earlier)
    implements TaskResult {

  public ItemsSynthesised {
    earlier = List.copyOf(earlier);
  }
}
