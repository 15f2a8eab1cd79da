package io.mien.orchestrator;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.mien.orchestrator.OrchestratorBeans.Signals;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A replica with all its loops and the pool of production, without the REST interface. */
public final class RunningOrchestrator implements AutoCloseable {

  private static final int PARTITIONS = 3;
  private static final int MOST_CONNECTIONS = 20;
  private static final String DRIVER_PROPERTY =
      "quarkus.datasource.jdbc.additional-jdbc-properties.";

  private final AgroalDataSource pool;
  private final Wiring wiring;
  private final OrchestratorLoops loops;

  /**
   * Migrates the database and makes topics and buckets.
   *
   * @param settings as in {@link OrchestratorConfig}
   */
  public RunningOrchestrator(Map<String, String> settings) throws SQLException {
    Wiring beans = new Wiring(settings);
    OrchestratorConfig config = beans.get(OrchestratorConfig.class);
    this.pool = pool(config.database());
    this.wiring = beans.with(DataSource.class, pool).with(List.class, List.of());
    Flyway.configure().dataSource(pool).locations("db/migration").load().migrate();
    new KafkaTopics(get(KafkaClients.class), PARTITIONS).ensure();
    get(ObjectStore.class).createBuckets();
    this.loops =
        new OrchestratorLoops(
            config,
            get(OrchestratorLoops.Steps.class),
            get(Signals.class),
            get(EventFeed.class),
            get(KafkaClients.class));
  }

  public RunningOrchestrator start() {
    loops.start();
    return this;
  }

  /** A bean of production. */
  public <T> T get(Class<T> type) {
    return wiring.get(type);
  }

  public Database database() {
    return get(Database.class);
  }

  @Override
  public void close() {
    loops.close();
    pool.close();
  }

  /** As {@code application.properties} and Quarkus set it for PostgreSQL. */
  private static AgroalDataSource pool(OrchestratorConfig.Database database) throws SQLException {
    Map<String, String> driver = driverProperties();
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(MOST_CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .validationTimeout(Duration.ofSeconds(10))
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(
                            factory -> {
                              driver.forEach(factory::jdbcProperty);
                              return factory
                                  .jdbcUrl(database.url())
                                  .principal(new NamePrincipal(database.user()))
                                  .credential(new SimplePassword(database.password()));
                            })));
  }

  private static Map<String, String> driverProperties() {
    Properties all = new Properties();
    try (InputStream file =
        RunningOrchestrator.class.getResourceAsStream("/application.properties")) {
      all.load(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.stringPropertyNames().stream()
        .filter(name -> name.startsWith(DRIVER_PROPERTY))
        .collect(
            Collectors.toMap(name -> name.substring(DRIVER_PROPERTY.length()), all::getProperty));
  }
}
