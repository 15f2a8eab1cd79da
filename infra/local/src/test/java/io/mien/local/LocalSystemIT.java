package io.mien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.MultipartForm;
import io.mien.cli.command.RunWatch;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import io.mien.drawn.DrawnDataset;
import io.mien.drawn.Layout;
import io.mien.drawn.ProgressListener;
import io.mien.embedded.EmbeddedServerException;
import io.mien.embedded.EmbeddedServersConfig;
import io.mien.local.app.App;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product as a newcomer starts it: three servers, five processes, real training. The build
 * gives the orchestrator a short lease (environment of this test), so that a lost worker is noticed
 * in seconds.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalSystemIT {

  private static final Duration LONG = Duration.ofMinutes(6);
  private static final String STARGAN = "train-stargan";
  private static final Installation CHECKOUT =
      new Installation(Path.of("../..").toAbsolutePath().normalize());

  @TempDir static Path directory;

  private static LocalSettings settings;
  private static LocalSystem system;
  private static MienClient client;
  private static RunId run;

  @BeforeAll
  static void startTheSystem() throws Exception {
    settings =
        new LocalSettings(
            EmbeddedServersConfig.onFreePorts(directory.resolve("data")), freePort(), "cpu", 1);
    start();
  }

  @AfterAll
  static void stopTheSystem() {
    system.close();
  }

  @Test
  @Order(1)
  void aKilledTrainingGoesOnFromItsLastStateAndHasOneResult() throws Exception {
    // Given a run that is in the middle of training StarGAN and has published a training state
    Path faces = directory.resolve("faces");
    DrawnDataset.of(20, 1).withSize(96).write(faces, Layout.CSV_LEGEND, ProgressListener.NONE);
    DatasetView dataset =
        client.post(
            "/v1/datasets", new DatasetRequest("faces", faces.toUri(), "auto"), DatasetView.class);
    run =
        client
            .post("/v1/runs", new RunRequest(dataset.datasetId(), "smoke", "killed"), RunView.class)
            .runId();
    long state = awaitTrainingState();
    long killed = system.pids().get(App.TRAIN);

    // When its worker is killed
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();

    // Then another attempt goes on from that state, and there is one checkpoint
    AtomicLong lowestOfLaterAttempts = new AtomicLong(Long.MAX_VALUE);
    RunView ended =
        new RunWatch(client).follow(run, view -> noteLaterAttempts(view, lowestOfLaterAttempts));
    assertThat(ended.state()).isEqualTo(RunState.SUCCEEDED);
    TaskView task = starGan(ended);
    // An offer that nobody starts in time counts as an attempt too: on a busy machine it may take
    // more than one.
    assertThat(task.attempt()).isGreaterThanOrEqualTo(2);
    assertThat(task.interruptions()).isPositive();
    assertThat(task.failures()).isZero();
    assertThat(lowestOfLaterAttempts).hasValueGreaterThanOrEqualTo(state);
    assertThat(starGanCheckpoints())
        .singleElement()
        .satisfies(c -> assertThat(c.taskId()).isEqualTo(task.taskId()));
    assertThat(system.pids().get(App.TRAIN)).isNotEqualTo(killed);
  }

  @Test
  @Order(2)
  void theRunEndsWithMeasuresAReportPageAndAGallery() throws Exception {
    RunView ended = client.get("/v1/runs/" + run, RunView.class);
    EvaluationView evaluation =
        client.get("/v1/evaluations/" + ended.evaluationId(), EvaluationView.class);

    EvaluationMeasures measures = evaluation.measures();
    assertThat(evaluation.runId()).isEqualTo(run);
    assertThat(measures.labels()).hasSize(7);
    assertThat(measures.subjects()).isPositive();
    assertThat(sum(measures.classifierConfusion()))
        .isPositive()
        .isEqualTo(measures.classifierAccuracy().total());
    assertThat(sum(measures.confusion()))
        .isPositive()
        .isEqualTo(measures.targetExpressionAccuracy().total())
        .isEqualTo(measures.perExpression().values().stream().mapToInt(Rate::total).sum());
    assertThat(new String(read(evaluation.pageUrl()), UTF_8))
        .contains(
            "<svg", "<h2>What the judge saw in the generated faces</h2><table class='confusion'>")
        .contains("<h2>The judge on real test faces</h2><table class='confusion'>");
    BufferedImage gallery = ImageIO.read(new ByteArrayInputStream(read(evaluation.galleryUrl())));
    int cell = gallery.getWidth() / (1 + measures.labels().size());
    assertThat(gallery.getWidth()).isEqualTo(cell * (1 + measures.labels().size()));
    assertThat(gallery.getHeight()).isPositive().matches(height -> height % cell == 0);
  }

  @Test
  @Order(3)
  void dataOutliveARestart() throws Exception {
    system.close();
    start();

    assertThat(client.get("/v1/runs/" + run, RunView.class).state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(starGanCheckpoints()).hasSize(1);
  }

  @Test
  @Order(4)
  void onePhotoBecomesItsExpressionSet() throws Exception {
    ExpressionSetView set = expressions(somePhoto(), "happy,sad");

    assertThat(set.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(set.images())
        .extracting(ExpressionSetView.Image::expression)
        .containsExactly("happy", "sad");
    for (ExpressionSetView.Image image : set.images()) {
      assertThat(read(image.url())).hasSize((int) image.bytes()).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  @Order(5)
  void badPhotosGetASentenceAndHarmNobody() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.jpg"));
    assertThatThrownBy(() -> expressions(empty, "all")).hasMessageContaining("photo-empty");
    assertThatThrownBy(() -> expressions(somePhoto(), "happy,bored"))
        .hasMessageContaining("unknown-expression")
        .hasMessageContaining("surprised");

    assertThat(expressions(somePhoto(), "neutral").state()).isEqualTo(RunState.SUCCEEDED);
  }

  @Test
  @Order(6)
  void manyPhotosBecomeTheirExpressionSetsAndABadItemFailsAlone() throws Exception {
    Path photo = somePhoto();
    Map<String, Object> request =
        Map.of(
            "source",
            photo.getParent().toUri(),
            "expressions",
            List.of("happy", "sad"),
            "items",
            List.of(
                item("whole", photo.getFileName().toString(), List.of()),
                item("missing", "nobody.png", List.of()),
                item("bored", photo.getFileName().toString(), List.of("bored")),
                item("one", photo.getFileName().toString(), List.of("neutral"))));

    RunId synthesis = client.post("/v1/syntheses", request, SynthesisView.class).runId();
    new RunWatch(client).follow(synthesis, view -> {});

    SynthesisView view = client.get("/v1/syntheses/" + synthesis, SynthesisView.class);
    assertThat(view.state()).isEqualTo(SynthesisView.State.COMPLETED_WITH_ERRORS);
    assertThat(lines(synthesis, "errors"))
        .extracting(line -> line.path("custom_id").asText(), line -> line.path("code").asText())
        .containsExactlyInAnyOrder(
            tuple("missing", "photo-missing"), tuple("bored", "unknown-expression"));
    List<JsonNode> results = lines(synthesis, "results");
    assertThat(results)
        .extracting(line -> line.path("custom_id").asText(), line -> line.path("images").size())
        .containsExactlyInAnyOrder(tuple("whole", 2), tuple("one", 1));
    for (JsonNode line : results) {
      assertThat(read(line.path("images").get(0).path("url").asText()))
          .startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  @Order(7)
  void aSecondStartOnTheSameDirectoryIsRefused() throws IOException {
    LocalSettings again = new LocalSettings(settings.servers(), freePort(), "cpu", 1);

    assertThatThrownBy(() -> LocalSystem.start(again, CHECKOUT, notice -> {}))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining(settings.data().toString());
  }

  @Test
  @Order(8)
  void closingLeavesNoProcessBehind() {
    List<ProcessHandle> processes =
        system.pids().values().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
    assertThat(processes).hasSize(App.values().length);

    system.close();

    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  private static void start() throws Exception {
    system = LocalSystem.start(settings, CHECKOUT, System.out::println);
    system.awaitReady();
    client = system.client();
  }

  /**
   * Waits until the training has published a state, and returns how far it was at least by then.
   */
  private static long awaitTrainingState() {
    AtomicLong reached = new AtomicLong();
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              RunView view = client.get("/v1/runs/" + run, RunView.class);
              assertThat(view.state()).isEqualTo(RunState.RUNNING);
              TaskView task = starGanOrNull(view);
              if (task == null || task.state() != TaskState.RUNNING || task.progress() == null) {
                return false;
              }
              reached.set((task.progress().done() - 1) / statesEvery() * statesEvery());
              return task.progress().phase().equals("train StarGAN") && reached.get() > 0;
            });
    return reached.get();
  }

  /** Iterations between training states of the preset {@code smoke}. */
  private static long statesEvery() {
    return 20;
  }

  private static void noteLaterAttempts(RunView view, AtomicLong lowest) {
    TaskView task = starGanOrNull(view);
    if (task != null
        && task.attempt() >= 2
        && task.progress() != null
        && task.progress().phase().equals("train StarGAN")) {
      lowest.accumulateAndGet(task.progress().done(), Math::min);
    }
  }

  private static TaskView starGan(RunView view) {
    TaskView task = starGanOrNull(view);
    assertThat(task).isNotNull();
    return task;
  }

  private static TaskView starGanOrNull(RunView view) {
    return view.steps().stream()
        .filter(step -> step.name().equals(STARGAN))
        .findFirst()
        .orElseThrow()
        .task();
  }

  private static List<CheckpointView> starGanCheckpoints() {
    return client
        .get("/v1/checkpoints?network=stargan", new TypeReference<Page<CheckpointView>>() {})
        .items();
  }

  private static int sum(List<List<Integer>> counts) {
    return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  private static byte[] read(String url) throws IOException {
    try (InputStream content = client.open(url)) {
      return content.readAllBytes();
    }
  }

  private static ExpressionSetView expressions(Path photo, String expressions) throws Exception {
    MultipartForm form =
        new MultipartForm()
            .file("photo", photo)
            .field("expressions", expressions)
            .field("checkpoint", "champion");
    ExpressionSetView set =
        client.postForm("/v1/expressions", form, Duration.ofSeconds(30), ExpressionSetView.class);
    new RunWatch(client).follow(set.runId(), view -> {});
    return client.get("/v1/expressions/" + set.runId(), ExpressionSetView.class);
  }

  private static Map<String, Object> item(String id, String photo, List<String> expressions) {
    return Map.of("custom_id", id, "photo", photo, "expressions", expressions);
  }

  private static List<JsonNode> lines(RunId synthesis, String which) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line :
        new String(read("/v1/syntheses/" + synthesis + "/" + which), UTF_8).split("\n")) {
      lines.add(ClientJson.MAPPER.readTree(line));
    }
    return lines;
  }

  private static Path somePhoto() throws IOException {
    try (var files = Files.walk(directory.resolve("faces"))) {
      return files
          .filter(file -> file.toString().endsWith(".png"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
