package io.mien.orchestrator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.FirstKey;
import io.mien.orchestrator.key.JdbcApiKeyRepository;
import io.mien.orchestrator.key.Keys;
import io.mien.orchestrator.key.Secrets;
import io.mien.testkit.TestDatabase;
import io.mien.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseComponentIT {

  private static final String LATER_MIGRATION =
      """
      INSERT INTO flyway_schema_history
        (installed_rank, version, description, type, script, installed_by, execution_time, success)
      VALUES (9999, '9999', 'from the future', 'SQL', 'V9999__x.sql', 'mien', 1, true)
      """;

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final Database database = new Database(source);

  @BeforeEach
  void freshDatabase() {
    TestDatabase fresh = TestServers.postgres().freshDatabase();
    source.setUrl(fresh.jdbcUrl());
    source.setUser(fresh.user());
    source.setPassword(fresh.password());
  }

  @Test
  void emptyDatabaseGetsTheSchemaAndTheConfiguredKeyOnce() {
    component("mien_first").prepare();
    component("mien_second").prepare();

    Keys keys = new Keys(database, new JdbcApiKeyRepository(), new Secrets(), Duration.ofHours(1));
    assertThat(keys.holder("mien_first")).isPresent();
    assertThat(keys.holder("mien_second")).isEmpty();
  }

  @Test
  void databaseOfNewerVersionIsRefusedWithWhatToDo() {
    component("mien_first").prepare();
    database.run(tx -> tx.update(LATER_MIGRATION));

    assertThatThrownBy(() -> component("mien_first").prepare())
        .isInstanceOfSatisfying(
            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("schema-newer"))
        .hasMessageContaining("schema version 9999")
        .hasMessageContaining("or a newer one");
  }

  @Test
  void serverThatIsAwayIsUnavailable() {
    TestServers.postgres().stop();
    try {
      assertThatThrownBy(() -> component("mien_first").prepare()).isInstanceOf(Unavailable.class);
    } finally {
      TestServers.postgres().start();
    }

    component("mien_first").prepare();
    component("mien_first").check();
  }

  private DatabaseComponent component(String firstKey) {
    Uuid7 ids = new Uuid7(Clock.systemUTC(), new Random(1));
    return new DatabaseComponent(
        database,
        Flyway.configure().dataSource(source).locations("db/migration").load(),
        new FirstKey(database, new JdbcApiKeyRepository(), new Secrets(), ids, firstKey));
  }
}
