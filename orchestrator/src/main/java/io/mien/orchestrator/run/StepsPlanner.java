package io.mien.orchestrator.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.SynthesiseDataset;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.task.TrainClassifier;
import io.mien.contracts.task.TrainFaceGan;
import io.mien.contracts.task.TrainStarGan;
import io.mien.orchestrator.run.References.StepReference;
import io.mien.orchestrator.task.ExpectedResult;
import io.mien.store.json.WireJson;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans steps that a client names itself: everything that can be wrong is found before anything is
 * queued. Used once.
 */
final class StepsPlanner {

  /** Work over what is there; what reads from outside has requests of its own. */
  private static final Set<Class<? extends TaskSpec>> ALLOWED =
      Set.of(
          TrainClassifier.class,
          TrainStarGan.class,
          TrainFaceGan.class,
          SynthesiseDataset.class,
          GenerateFaces.class,
          EvaluateSynthesis.class,
          ExportCheckpoint.class);

  private static final ObjectRef ANY_OBJECT = new ObjectRef(Bucket.MODELS, "any", 0, "");
  private static final PrefixRef ANY_SET = new PrefixRef(Bucket.MODELS, "any/", ANY_OBJECT);
  private static final int MOST_STEPS = 100;

  private final NamedThings named;
  private final Map<String, TaskSpec> planned = new LinkedHashMap<>();
  private final Map<String, Set<String>> before = new LinkedHashMap<>();

  /**
   * @param named finds datasets, checkpoints and presets
   */
  StepsPlanner(NamedThings named) {
    this.named = named;
  }

  /**
   * @throws InvalidInput {@code invalid-steps}, or what is said of the things that are named
   */
  StepsPlan plan(
      List<StepsRequest.Step> asked, @Nullable Integer priority, @Nullable Boolean fresh) {
    if (asked.isEmpty() || asked.size() > MOST_STEPS) {
      throw wrong("the request", asked.size() + " steps; a run has 1 to " + MOST_STEPS + ".");
    }
    List<StepsPlan.Step> steps = new ArrayList<>();
    for (StepsRequest.Step step : asked) {
      steps.add(plan(step));
    }
    return new StepsPlan(
        steps,
        named.datasets().stream().map(StepsPlan.UsedDataset::new).toList(),
        Objects.requireNonNullElse(priority, 0),
        Boolean.TRUE.equals(fresh));
  }

  private StepsPlan.Step plan(StepsRequest.Step asked) {
    String name = asked.name();
    if (name == null || name.isBlank() || planned.containsKey(name)) {
      throw wrong("step '" + name + "'", "every step needs a name of its own.");
    }
    List<String> dependsOn = Objects.requireNonNullElse(asked.dependsOn(), List.of());
    Set<String> known = new HashSet<>();
    for (String other : dependsOn) {
      if (!planned.containsKey(other)) {
        throw wrong(
            "step '" + name + "'", "it depends on '" + other + "', which is no step before it.");
      }
      known.add(other);
      known.addAll(Objects.requireNonNull(before.get(other)));
    }
    JsonNode written = WireJson.MAPPER.valueToTree(asked.task());
    refuseObjects(name, written);
    JsonNode task = References.replaceAll(written, reference -> found(name, known, reference));
    TaskSpec spec = sample(name, task);
    planned.put(name, spec);
    before.put(name, known);
    return new StepsPlan.Step(name, spec.kind(), dependsOn, task);
  }

  /** A reference to a step stays, when it will have something to stand for. */
  private JsonNode found(String step, Set<String> known, ObjectNode reference) {
    if (!reference.has(References.STEP)) {
      return named.find(reference);
    }
    StepReference wanted = StepReference.of(reference);
    if (!known.contains(wanted.step())) {
      throw wrong(
          "step '" + step + "'",
          "it takes '%s' of step '%s', on which it does not depend."
              .formatted(wanted.field(), wanted.step()));
    }
    placeholder(step, wanted);
    return reference;
  }

  /** The task with something of the right kind in the place of what is not there yet. */
  private TaskSpec sample(String step, JsonNode task) {
    JsonNode complete = References.replace(task, wanted -> placeholder(step, wanted));
    TaskSpec spec;
    try {
      spec = WireJson.MAPPER.convertValue(complete, TaskSpec.class);
    } catch (IllegalArgumentException e) {
      throw wrong("step '" + step + "'", "its task cannot be read: " + e.getMessage());
    }
    if (spec == null || !ALLOWED.contains(spec.getClass())) {
      throw wrong("step '" + step + "'", "its task is none of " + names() + ".");
    }
    return spec;
  }

  private JsonNode placeholder(String step, StepReference wanted) {
    TaskSpec earlier = Objects.requireNonNull(planned.get(wanted.step()));
    RecordComponent[] fields = ExpectedResult.of(earlier).getRecordComponents();
    return Arrays.stream(fields)
        .filter(field -> field.getName().equals(wanted.field()))
        .map(RecordComponent::getType)
        .filter(type -> type == PrefixRef.class || type == ObjectRef.class)
        .map(type -> type == PrefixRef.class ? ANY_SET : ANY_OBJECT)
        .findFirst()
        .<JsonNode>map(WireJson.MAPPER::valueToTree)
        .orElseThrow(
            () ->
                wrong(
                    "step '" + step + "'",
                    "step '%s' hands back no '%s'; it has %s."
                        .formatted(wanted.step(), wanted.field(), places(fields))));
  }

  private static String places(RecordComponent[] fields) {
    return Arrays.stream(fields)
        .filter(field -> field.getType() == PrefixRef.class || field.getType() == ObjectRef.class)
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }

  /** Objects are named by what they belong to, so that nobody goes round the terms of use. */
  private static void refuseObjects(String step, JsonNode json) {
    if (json.isObject() && json.has("bucket")) {
      throw wrong(
          "step '" + step + "'",
          "it names an object of the store; use {\"$dataset\": …}, {\"$checkpoint\": …} or {\"$step\": …}.");
    }
    json.forEach(child -> refuseObjects(step, child));
  }

  private static String names() {
    return ALLOWED.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
  }

  private static InvalidInput wrong(String where, String what) {
    return new InvalidInput("invalid-steps", "Plan a run: in " + where + ", " + what);
  }

  /** Finds what references name. */
  interface NamedThings {

    /**
     * @throws InvalidInput when there is no such thing, or it may not be used
     */
    JsonNode find(ObjectNode reference);

    /** The datasets that were found so far, the first one first. */
    List<DatasetId> datasets();
  }
}
