package io.mien.orchestrator.start;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.rest.Problem;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.FirstKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** PostgreSQL with a schema of our version. */
public final class DatabaseComponent implements Component {

  public static final String NAME = "postgresql";

  private final Database database;
  private final Flyway flyway;
  private final FirstKey firstKey;

  public DatabaseComponent(Database database, Flyway flyway, FirstKey firstKey) {
    this.database = database;
    this.flyway = flyway;
    this.firstKey = firstKey;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void prepare() {
    check();
    try {
      refuseNewerSchema();
      flyway.migrate();
    } catch (FlywayException e) {
      throw new Unavailable(
          "database-unavailable", "Cannot migrate the database: " + e.getMessage(), e);
    }
    firstKey.ensure();
  }

  @Override
  public void check() {
    database.transact(tx -> tx.find("SELECT 1 AS one", row -> row.integer("one")));
  }

  private void refuseNewerSchema() {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (!migration.getState().isResolved()) {
        throw new InvalidInput(
            Problem.SCHEMA_NEWER,
            "The database has schema version "
                + migration.getVersion()
                + " ("
                + migration.getDescription()
                + "), which this orchestrator does not know. Start the version of Mien that wrote it, or a newer one.");
      }
    }
  }
}
