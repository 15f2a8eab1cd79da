package io.mien.orchestrator.database;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.ScheduleId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.id.WorkerId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How our types travel as statement parameters: durations as seconds, enums by name, ids as UUID.
 */
final class Parameters {

  private Parameters() {}

  static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = plain(values[i]);
      if (value instanceof Collection<?> many) {
        Object[] elements = many.stream().map(Parameters::plain).toArray();
        statement.setArray(
            i + 1, statement.getConnection().createArrayOf(elementType(elements), elements));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Json json) {
      return json.value() == null ? null : json.text();
    } else if (value instanceof TaskKind kind) {
      return kind.wireName();
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    } else if (value instanceof Duration duration) {
      return duration.toMillis() / 1000.0;
    } else if (value instanceof WorkerId id) {
      return id.value();
    }
    return uuid(value);
  }

  private static @Nullable Object uuid(@Nullable Object value) {
    if (value instanceof TaskId id) {
      return id.value();
    } else if (value instanceof RunId id) {
      return id.value();
    } else if (value instanceof StepId id) {
      return id.value();
    } else if (value instanceof DatasetId id) {
      return id.value();
    } else if (value instanceof CheckpointId id) {
      return id.value();
    } else if (value instanceof EvaluationId id) {
      return id.value();
    } else if (value instanceof UploadId id) {
      return id.value();
    } else if (value instanceof ScheduleId id) {
      return id.value();
    } else if (value instanceof WebhookId id) {
      return id.value();
    } else if (value instanceof DeliveryId id) {
      return id.value();
    }
    return value;
  }

  private static String elementType(Object[] elements) {
    if (elements.length == 0 || elements[0] instanceof String) {
      return "text";
    } else if (elements[0] instanceof UUID) {
      return "uuid";
    } else if (elements[0] instanceof Long) {
      return "bigint";
    } else if (elements[0] instanceof Double) {
      return "float8";
    }
    throw new IllegalArgumentException(
        "No PostgreSQL array of " + elements[0].getClass().getSimpleName() + " is known here.");
  }
}
