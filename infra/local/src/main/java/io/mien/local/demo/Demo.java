package io.mien.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.MienClient;
import io.mien.cli.command.RunWatch;
import io.mien.cli.terminal.MeasuresTable;
import io.mien.cli.terminal.ProgressBar;
import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.local.LocalSession;
import io.mien.local.LocalSystem;
import io.mien.local.memory.MemoryWatch;
import io.mien.local.memory.SystemProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** One performance of the demo on a running system. */
final class Demo {

  /** They show nobody. */
  private static final UsageTerms DRAWN =
      UsageTerms.stated(
          "drawn by Mien (Apache-2.0)", CommercialUse.ALLOWED, Minors.NONE, "shows nobody");

  private final LocalSystem system;
  private final Duration ready;
  private final MienClient client;
  private final DemoRequest request;

  Demo(LocalSession session, DemoRequest request) {
    this.system = session.system();
    this.ready = session.readyAfter();
    this.client = system.client();
    this.request = request;
  }

  /** Returns whether the run succeeded; what went wrong has been shown. */
  boolean play() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (MemoryWatch memory = new MemoryWatch(() -> SystemProcesses.of(system))) {
      DemoFaces faces = new DemoFaces(request);
      Path pictures = faces.draw(system.settings().data().resolve("drawn"));
      Duration drawing = Duration.ofNanos(System.nanoTime() - begun);
      DatasetView dataset =
          client.post(
              "/v1/datasets",
              new DatasetRequest(faces.name(), pictures.toUri(), "auto", null, DRAWN),
              DatasetView.class);
      RunView started =
          client.post(
              "/v1/runs",
              new RunRequest(dataset.datasetId(), request.preset(), "demo"),
              RunView.class);
      RunView run = new RunWatch(client).follow(started.runId());
      if (run.evaluationId() == null) {
        System.out.println("The run ended " + run.state() + "; 'mien logs' shows more.");
        return false;
      }
      Duration all = ready.plusNanos(System.nanoTime() - begun);
      show(run, DemoTimes.of(run, ready, drawing, all), memory);
      return true;
    }
  }

  /** As the worker that trains says, which has resolved {@code auto}. */
  private String trainingDevice() {
    return client.all("/v1/workers", new TypeReference<Page<WorkerView>>() {}).stream()
        .map(WorkerView::heartbeat)
        .filter(heartbeat -> heartbeat.kind() == TaskKind.TRAIN)
        .map(WorkerHeartbeat::device)
        .findFirst()
        .orElse(system.settings().device());
  }

  private void show(RunView run, DemoTimes times, MemoryWatch memory) throws IOException {
    EvaluationView evaluation =
        client.get(
            "/v1/evaluations/" + Objects.requireNonNull(run.evaluationId()), EvaluationView.class);
    memory.look();
    DemoReport report = DemoReport.of(evaluation.measures(), times, memory, trainingDevice());
    Path page =
        new DemoReportFiles(client, system.settings().data().resolve("report"))
            .write(report, evaluation.pageUrl());
    System.out.println();
    MeasuresTable.print(evaluation.measures(), System.out);
    System.out.printf(
        "%nTime %s, of which %.1f s until ready%n",
        ProgressBar.clock(Duration.ofMillis((long) (times.all() * 1000))), times.ready());
    System.out.printf(
        "Peak memory %d MiB in all:%s%n",
        report.peakMemoryTotalBytes() >> 20, byProcess(report.peakMemoryBytes()));
    System.out.println("Report " + page + "  and  " + page.resolveSibling("report.json"));
    System.out.println(
        "Online "
            + system.connection().url().resolve(evaluation.pageUrl())
            + "  (after logging in to the dashboard)");
  }

  private static String byProcess(Map<String, Long> peaks) {
    return peaks.entrySet().stream()
        .map(peak -> " %s %d".formatted(peak.getKey(), peak.getValue() >> 20))
        .collect(Collectors.joining(","));
  }
}
