package io.mien.orchestrator.rest;

import io.mien.contracts.rest.Page;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit most items, 1 to 200
 * @param cursor {@code nextCursor} of the page before
 */
public record PageRequest(
    @QueryParam("limit") @DefaultValue("50") @Parameter(description = "Most items, 1 to 200")
        int limit,
    @QueryParam("cursor") @Parameter(description = "nextCursor of the page before")
        @Nullable String cursor) {

  private static final int MOST = 200;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new RestProblem(
          400, "bad-limit", "The limit is " + limit + "; choose 1 to " + MOST + ".");
    }
  }

  /** One more than asked for, to see whether there is a next page. */
  int fetch() {
    return limit + 1;
  }

  /** The last id of the page before. */
  @Nullable UUID afterId() {
    String text = after();
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  /** The last name of the page before. */
  @Nullable String after() {
    if (cursor == null) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  /** Cuts what was fetched to the page, and names the next one. */
  <T> Page<T> page(List<T> fetched, Function<T, Object> id) {
    if (fetched.size() <= limit) {
      return new Page<>(fetched, null);
    }
    List<T> items = List.copyOf(fetched.subList(0, limit));
    String last = id.apply(items.get(limit - 1)).toString();
    return new Page<>(
        items,
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(last.getBytes(StandardCharsets.UTF_8)));
  }

  private RestProblem badCursor() {
    return new RestProblem(
        400, "bad-cursor", "'" + cursor + "' is not the nextCursor of an earlier page.");
  }
}
