package io.mien.orchestrator.key;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.KeyRequest;
import io.mien.contracts.rest.KeyView;
import io.mien.orchestrator.database.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes keys for clients, says what each may use, and takes them away. */
public final class KeyAdministration {

  private static final int MOST_WEIGHT = 1000;
  private static final int NO_LIMIT = -1;

  private final JdbcApiKeyRepository keys;
  private final Secrets secrets;
  private final Uuid7 ids;

  public KeyAdministration(JdbcApiKeyRepository keys, Secrets secrets, Uuid7 ids) {
    this.keys = keys;
    this.secrets = secrets;
    this.ids = ids;
  }

  /** The new key, with its secret. */
  public KeyView make(Transaction tx, KeyRequest request) {
    check(request);
    String secret = secrets.make("mien_");
    ApiKey key =
        new ApiKey(
            ids.next(), required(request.name(), "name"), role(required(request.role(), "role")));
    keys.insert(tx, key, Secrets.hash(secret));
    return keys.change(tx, key.apiKeyId(), request).orElseThrow().withSecret(secret);
  }

  /** Changes what is not absent; empty when there is no such key, or it was revoked. */
  public Optional<KeyView> change(Transaction tx, UUID id, KeyRequest request) {
    check(request);
    if (request.role() != null) {
      role(request.role());
    }
    return keys.change(tx, id, request);
  }

  /** Sessions that were opened with it end, too; false when there is no such key. */
  public boolean revoke(Transaction tx, UUID id) {
    return keys.revoke(tx, id);
  }

  public List<KeyView> all(Transaction tx) {
    return keys.all(tx);
  }

  private static void check(KeyRequest request) {
    requireWithin("weight", request.weight(), 1, MOST_WEIGHT);
    requireWithin("mostRunning", request.mostRunning(), NO_LIMIT, Integer.MAX_VALUE);
    requireWithin("startsPerMinute", request.startsPerMinute(), NO_LIMIT, Integer.MAX_VALUE);
  }

  private static void requireWithin(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new InvalidInput(
          "bad-field",
          "The field '%s' is %d; choose %d to %d.".formatted(field, value, least, most));
    }
  }

  private static String required(@Nullable String value, String field) {
    if (value == null || value.isBlank()) {
      throw new InvalidInput(
          "field-missing", "The request lacks the field '" + field + "'; add it.");
    }
    return value;
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "bad-field",
                    "There is no role '%s'; choose viewer, submitter, operator or admin."
                        .formatted(name)));
  }
}
