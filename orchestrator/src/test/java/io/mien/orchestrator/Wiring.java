package io.mien.orchestrator;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The beans of production without a container: each is made by its own producer, so that a test
 * cannot be wired otherwise than the application. What is given takes the place of what production
 * would make.
 */
public final class Wiring {

  private final Map<Class<?>, Producer> producers = new HashMap<>();
  private final Map<Class<?>, Object> made = new HashMap<>();

  public Wiring(Map<String, String> settings) {
    made.put(OrchestratorConfig.class, config(settings));
    Stream.of(
            new OrchestratorBeans(),
            new QueueBeans(),
            new PlanningBeans(),
            new LoopBeans(),
            new SourceBeans(),
            new SynthesisBeans(),
            new WebhookBeans())
        .forEach(this::learn);
  }

  /** Uses this one wherever the type is asked for. */
  public <T> Wiring with(Class<T> type, T bean) {
    made.put(type, bean);
    return this;
  }

  /** The bean of exactly this type. */
  public <T> T get(Class<T> type) {
    Object bean = made.get(type);
    if (bean == null) {
      bean = make(type);
      made.put(type, bean);
    }
    return type.cast(bean);
  }

  private Object make(Class<?> type) {
    Producer producer = producers.get(type);
    if (producer == null) {
      throw new IllegalArgumentException("Production makes no " + type.getName() + "; give one.");
    }
    Object[] needed =
        Arrays.stream(producer.method().getParameterTypes())
            .<Object>map(each -> get(each))
            .toArray();
    try {
      return producer.method().invoke(producer.beans(), needed);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type.getName(), e);
    }
  }

  private void learn(Object beans) {
    for (Method method : beans.getClass().getDeclaredMethods()) {
      if (method.isAnnotationPresent(Produces.class)) {
        producers.put(method.getReturnType(), new Producer(beans, method));
      }
    }
  }

  private static OrchestratorConfig config(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>(settings);
    values.putIfAbsent("mien.store.access-key", "unused");
    values.putIfAbsent("mien.store.secret-key", "unused");
    values.putIfAbsent("mien.database.password", "unused");
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(OrchestratorConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(OrchestratorConfig.class);
  }

  private record Producer(Object beans, Method method) {}
}
