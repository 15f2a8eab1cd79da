package io.mien.orchestrator.key;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admin key of a new database: the configured one, or one that is made and printed once. */
public final class FirstKey {

  private static final Logger LOG = LoggerFactory.getLogger(FirstKey.class);

  private final Database database;
  private final JdbcApiKeyRepository keys;
  private final Secrets secrets;
  private final Uuid7 ids;
  private final @Nullable String configured;

  public FirstKey(
      Database database,
      JdbcApiKeyRepository keys,
      Secrets secrets,
      Uuid7 ids,
      @Nullable String configured) {
    this.database = database;
    this.keys = keys;
    this.secrets = secrets;
    this.ids = ids;
    this.configured = configured;
  }

  public void ensure() {
    database.transact(this::makeIfNone).ifPresent(FirstKey::print);
  }

  /** The key, if it was made here. */
  private Optional<String> makeIfNone(Transaction tx) {
    tx.lock(AdvisoryLock.FIRST_KEY);
    if (!keys.isEmpty(tx)) {
      return Optional.empty();
    }
    String key = configured == null ? secrets.make("mien_") : configured;
    keys.insert(tx, new ApiKey(ids.next(), "first", Role.ADMIN), Secrets.hash(key));
    return configured == null ? Optional.of(key) : Optional.empty();
  }

  private static void print(String key) {
    LOG.info("The first API key (admin), shown only this once: {}", key);
  }
}
