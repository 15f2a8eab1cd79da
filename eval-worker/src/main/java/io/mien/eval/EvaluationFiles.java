package io.mien.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.event.Measure;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.SynthesisEvaluated;
import io.mien.contracts.task.EvaluateSynthesis;
import io.mien.eval.report.Gallery;
import io.mien.eval.report.ReportPage;
import io.mien.store.ObjectStore;
import io.mien.store.curve.CurveFile;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the report: gallery, page, and {@code report.json} last, which makes it exist. */
final class EvaluationFiles {

  /** Curves for those who watch a training, not for those who read its result. */
  private static final Set<String> NOT_SHOWN =
      Set.of("imagesPerSecond", "learningRate", "gradientNorm", "spread");

  private final ObjectStore store;
  private final TaskContext context;

  EvaluationFiles(ObjectStore store, TaskContext context) {
    this.store = store;
    this.context = context;
  }

  SynthesisEvaluated publish(EvaluateSynthesis task, EvaluationMeasures measures, Gallery gallery) {
    context.outputs().put(Bucket.REPORTS, "gallery.png", gallery.png(), "image/png");
    Map<String, List<Measure>> charts =
        new LinkedHashMap<>(charts("Classifier training", task.classifier()));
    charts.putAll(charts("StarGAN training", task.generator()));
    byte[] html = new ReportPage(measures, gallery, charts).html().getBytes(StandardCharsets.UTF_8);
    ObjectRef page =
        context.outputs().put(Bucket.REPORTS, "index.html", html, "text/html; charset=utf-8");
    ObjectRef json =
        context.outputs().put(Bucket.REPORTS, "report.json", json(measures), "application/json");
    return new SynthesisEvaluated(context.outputs().asSet(json), page, measures);
  }

  /** One chart for each network of a training: curves are named {@code network/loss}. */
  private Map<String, List<Measure>> charts(String title, PrefixRef checkpoint) {
    return CurveFile.read(store, checkpoint).stream()
        .filter(point -> !NOT_SHOWN.contains(network(point)))
        .collect(Collectors.groupingBy(point -> title + ": " + network(point)));
  }

  private static String network(Measure point) {
    return point.name().split("/", 2)[0];
  }

  private static byte[] json(EvaluationMeasures measures) {
    try {
      return WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(measures);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
