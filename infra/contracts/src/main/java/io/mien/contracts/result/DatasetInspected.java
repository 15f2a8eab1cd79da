package io.mien.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.dataset.Rejection;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.terms.UsageTerms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest would make of a dataset.
 *
 * @param layout that it is read in
 * @param reason why that one, for a person
 * @param files that would be looked at; each gives a crop or a rejection
 * @param crops that would be made
 * @param rejections number of files for each reason code
 * @param classes number of crops for each expression, those without one as {@code unlabelled}
 * @param subjects number of people
 * @param parts number of crops for each part; none where the split is refused
 * @param attributes columns that a network could learn
 * @param terms on which the pictures may be used
 * @param refusal why an ingest would refuse the whole dataset; absent when it would not
 * @param rejectedFiles JSON lines, one {@code Rejection} for each rejected file
 * @param contactSheet picture of sample crops and rejects; absent when no face was searched for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetInspected(
    String layout,
    String reason,
    InspectionDepth depth,
    int files,
    int crops,
    Map<Rejection.Code, Integer> rejections,
    Map<String, Integer> classes,
    int subjects,
    Map<Split, Integer> parts,
    List<String> attributes,
    UsageTerms terms,
    @Nullable Refusal refusal,
    ObjectRef rejectedFiles,
    @Nullable ObjectRef contactSheet)
    implements TaskResult {

  public DatasetInspected {
    rejections = Map.copyOf(rejections);
    classes = Map.copyOf(classes);
    parts = Map.copyOf(parts);
    attributes = List.copyOf(attributes);
  }

  /**
   * Of a whole dataset.
   *
   * @param code that the ingest would end with
   */
  public record Refusal(String code, String message) {}
}
