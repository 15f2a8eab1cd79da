package io.mien.orchestrator.start;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.loop.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares every component as soon as it can be reached, and knows how each one is. Never gives up.
 * Thread-safe.
 */
public final class Components implements Step {

  /** What {@link #states()} says of a component that is prepared and answers. */
  public static final String UP = "UP";

  private static final Logger LOG = LoggerFactory.getLogger(Components.class);

  private final List<Component> components;
  private final Runnable allPrepared;
  private final Set<Component> prepared = ConcurrentHashMap.newKeySet();
  private final Map<String, String> states = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private boolean announced;

  /**
   * @param components in the order in which they are prepared
   * @param allPrepared called once, when the last of them is prepared
   */
  public Components(List<Component> components, Runnable allPrepared) {
    this.components = List.copyOf(components);
    this.allPrepared = allPrepared;
    components.forEach(component -> states.put(component.name(), "not tried yet"));
  }

  @Override
  public Progress step() {
    components.forEach(this::round);
    if (!announced && prepared.size() == components.size()) {
      announced = true;
      allPrepared.run();
    }
    return Progress.DONE;
  }

  /** {@link #UP} for each component, or why it is not. */
  public Map<String, String> states() {
    Map<String, String> ordered = new LinkedHashMap<>();
    components.forEach(
        component -> ordered.put(component.name(), states.getOrDefault(component.name(), "")));
    return ordered;
  }

  /** Whether the component of this name has been prepared. */
  public boolean isPrepared(String name) {
    return prepared.stream().anyMatch(component -> component.name().equals(name));
  }

  /** Code for callers while a component is not prepared: its refusal's, or {@code not-ready}. */
  public String code(String name) {
    return refusals.getOrDefault(name, "not-ready");
  }

  private void round(Component component) {
    refusals.remove(component.name());
    try {
      if (prepared.contains(component)) {
        component.check();
      } else {
        component.prepare();
        prepared.add(component);
      }
      changed(component, UP);
    } catch (RuntimeException e) {
      LOG.debug("Component {} failed", component.name(), e);
      if (e instanceof InvalidInput refusal) {
        refusals.put(component.name(), refusal.code());
      }
      changed(component, String.valueOf(e.getMessage()));
    }
  }

  private void changed(Component component, String state) {
    String before = states.put(component.name(), state);
    if (state.equals(before)) {
      return;
    }
    if (state.equals(UP)) {
      LOG.info("{} is there.", component.name());
    } else {
      LOG.warn("Waiting for {}: {}", component.name(), state);
    }
  }
}
