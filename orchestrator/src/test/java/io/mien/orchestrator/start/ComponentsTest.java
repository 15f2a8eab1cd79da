package io.mien.orchestrator.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  private final Switched database = new Switched("database");
  private final Switched broker = new Switched("broker");
  private final List<String> started = new ArrayList<>();
  private final Components components =
      new Components(List.of(database, broker), () -> started.add("all"));

  @Test
  void whatIsAwayIsWaitedForAndNamedWhileTheOthersArePrepared() {
    broker.away = true;

    components.step();

    assertThat(components.isPrepared("database")).isTrue();
    assertThat(components.isPrepared("broker")).isFalse();
    assertThat(components.states()).isEqualTo(Map.of("database", "UP", "broker", "broker is away"));
    assertThat(started).isEmpty();
  }

  @Test
  void everythingStartsOnceWhenTheLastOneHasCome() {
    broker.away = true;
    components.step();
    broker.away = false;

    components.step();
    components.step();

    assertThat(started).containsExactly("all");
    assertThat(broker.prepared).isEqualTo(1);
  }

  @Test
  void laterOutageIsSaidAndForgottenWhenItIsOver() {
    components.step();
    database.away = true;
    components.step();
    assertThat(components.states()).containsEntry("database", "database is away");

    database.away = false;
    components.step();

    assertThat(components.states()).containsEntry("database", Components.UP);
    assertThat(database.prepared).isEqualTo(1);
  }

  @Test
  void refusalIsNamedByItsCodeUntilItIsOver() {
    database.refused = true;
    components.step();
    assertThat(components.code("database")).isEqualTo("schema-newer");
    assertThat(components.code("broker")).isEqualTo("not-ready");

    database.refused = false;
    database.away = true;
    components.step();

    assertThat(components.code("database")).isEqualTo("not-ready");
  }

  private static final class Switched implements Component {

    private final String name;
    private boolean away;
    private boolean refused;
    private int prepared;

    Switched(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void prepare() {
      check();
      prepared++;
    }

    @Override
    public void check() {
      if (refused) {
        throw new InvalidInput("schema-newer", name + " is newer");
      }
      if (away) {
        throw new Unavailable("away", name + " is away");
      }
    }
  }
}
