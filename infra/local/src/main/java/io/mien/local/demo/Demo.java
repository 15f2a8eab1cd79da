package io.mien.local.demo;

import io.mien.cli.client.MienClient;
import io.mien.cli.command.RunWatch;
import io.mien.cli.terminal.MeasuresTable;
import io.mien.cli.terminal.ProgressBar;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.local.LocalSystem;
import io.mien.local.memory.MemoryWatch;
import io.mien.local.memory.SystemProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** One performance of the demo on a running system. */
final class Demo {

  private final LocalSystem system;
  private final MienClient client;
  private final DemoRequest request;

  Demo(LocalSystem system, DemoRequest request) {
    this.system = system;
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
              new DatasetRequest(faces.name(), pictures.toUri(), "auto"),
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
      show(run, DemoTimes.of(run, drawing, Duration.ofNanos(System.nanoTime() - begun)), memory);
      return true;
    }
  }

  private void show(RunView run, DemoTimes times, MemoryWatch memory) throws IOException {
    EvaluationView evaluation =
        client.get(
            "/v1/evaluations/" + Objects.requireNonNull(run.evaluationId()), EvaluationView.class);
    memory.look();
    DemoReport report = DemoReport.of(evaluation.measures(), times, memory);
    Path page =
        new DemoReportFiles(client, system.settings().data().resolve("report"))
            .write(report, evaluation.pageUrl());
    System.out.println();
    MeasuresTable.print(evaluation.measures(), System.out);
    System.out.printf(
        "%nTime %s, peak memory %d MiB in all%n",
        ProgressBar.clock(Duration.ofMillis((long) (times.all() * 1000))),
        report.peakMemoryTotalBytes() >> 20);
    System.out.println("Report " + page + "  and  " + page.resolveSibling("report.json"));
    System.out.println(
        "Online "
            + system.connection().url().resolve(evaluation.pageUrl())
            + "  (after logging in to the dashboard)");
  }
}
