package io.mien.orchestrator.key;

import io.mien.orchestrator.database.Database;
import java.time.Duration;
import java.util.Optional;

/** Finds out who holds a secret, and opens sessions for browsers. Thread-safe. */
public final class Keys {

  private static final String SESSION_PREFIX = "mien_session_";

  private final Database database;
  private final JdbcApiKeyRepository keys;
  private final Secrets secrets;
  private final Duration sessionLength;

  public Keys(
      Database database, JdbcApiKeyRepository keys, Secrets secrets, Duration sessionLength) {
    this.database = database;
    this.keys = keys;
    this.secrets = secrets;
    this.sessionLength = sessionLength;
  }

  public Duration sessionLength() {
    return sessionLength;
  }

  /** Whose secret this is: a key's own, or that of a session which was opened with it. */
  public Optional<ApiKey> holder(String secret) {
    String hash = Secrets.hash(secret);
    return database.transact(
        tx -> secret.startsWith(SESSION_PREFIX) ? keys.bySession(tx, hash) : keys.byKey(tx, hash));
  }

  /** A session that was opened. */
  public record Session(String secret, ApiKey holder) {}

  /** A new session, or empty when there is no such key. */
  public Optional<Session> openSession(String key) {
    return database.transact(
        tx ->
            keys.byKey(tx, Secrets.hash(key))
                .map(
                    holder -> {
                      String secret = secrets.make(SESSION_PREFIX);
                      keys.openSession(tx, Secrets.hash(secret), holder, sessionLength);
                      return new Session(secret, holder);
                    }));
  }

  /** Ends a session; nothing happens when there is none. */
  public void closeSession(String secret) {
    database.run(tx -> keys.closeSession(tx, Secrets.hash(secret)));
  }
}
