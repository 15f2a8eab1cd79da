package io.mien.orchestrator.database;

import io.mien.contracts.TaskKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result; valid only while it is mapped. */
public final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public UUID uuid(String column) throws SQLException {
    return Objects.requireNonNull(uuidOrNull(column), column);
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return results.getObject(column, UUID.class);
  }

  public String text(String column) throws SQLException {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return results.getString(column);
  }

  public TaskKind kind(String column) throws SQLException {
    return TaskKind.valueOf(text(column).toUpperCase(Locale.ROOT));
  }

  public int integer(String column) throws SQLException {
    return results.getInt(column);
  }

  public @Nullable Integer integerOrNull(String column) throws SQLException {
    int value = results.getInt(column);
    return results.wasNull() ? null : value;
  }

  public long number(String column) throws SQLException {
    return results.getLong(column);
  }

  public @Nullable Long numberOrNull(String column) throws SQLException {
    long value = results.getLong(column);
    return results.wasNull() ? null : value;
  }

  public double real(String column) throws SQLException {
    return results.getDouble(column);
  }

  public @Nullable Double realOrNull(String column) throws SQLException {
    double value = results.getDouble(column);
    return results.wasNull() ? null : value;
  }

  public boolean flag(String column) throws SQLException {
    return results.getBoolean(column);
  }

  public Instant instant(String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(column), column);
  }

  public @Nullable Instant instantOrNull(String column) throws SQLException {
    OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public <T> T json(String column, Class<T> type) throws SQLException {
    return Json.read(text(column), type);
  }

  public <T> @Nullable T jsonOrNull(String column, Class<T> type) throws SQLException {
    String text = textOrNull(column);
    return text == null ? null : Json.read(text, type);
  }

  public List<UUID> uuids(String column) throws SQLException {
    Array array = results.getArray(column);
    return array == null ? List.of() : List.of((UUID[]) array.getArray());
  }

  public List<String> texts(String column) throws SQLException {
    Array array = results.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
