package io.mien.contracts.synthesis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An item that nothing came of: a line of the errors.
 *
 * @param line as in {@link ListedItem}
 * @param customId null where the line does not tell
 * @param code stable, for programs, in kebab case
 * @param message what was found and what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailedItem(
    int line, @JsonProperty("custom_id") @Nullable String customId, String code, String message) {}
