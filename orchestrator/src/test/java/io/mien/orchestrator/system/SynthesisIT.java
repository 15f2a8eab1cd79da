package io.mien.orchestrator.system;

import static io.mien.orchestrator.system.ScriptedSynthesis.failed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.event.DoneItems;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.SynthesisItemView;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.rest.SynthesisView.State;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.event.TaskEventHandler;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many photos in one request: parts, items, what is kept, and what becomes of the rest. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class SynthesisIT {

  private static final String ITEMS =
      """
      {"custom_id": "item-1", "photo": "1.jpg"}
      {"custom_id": "item-2", "photo": "2.jpg"}
      {"custom_id": "item-3", "photo": "3.jpg"}
      {"custom_id": "item-4", "photo": "4.jpg"}
      not JSON
      """;

  private static final String GOOD_ITEMS = ITEMS.lines().limit(3).collect(Collectors.joining("\n"));

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @Inject Database database;

  @Inject TaskEventHandler reports;

  @Inject JdbcHistory history;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private ScriptedSynthesis outcomes;
  private final List<TaskId> begun = new ArrayList<>();

  @BeforeEach
  void haveChampion() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new ScriptedSynthesis(store);
    Champion.train(worker, store, folder);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void partIsGeneratedWhileOthersAreStillPreparedAndEveryLineEndsInOnePlace() throws IOException {
    // Given a request whose last line is broken
    RunId run = start(Map.of("expressions", List.of("happy")));
    RunTask listing = worker.awaitOffer(run, "list", 1);
    ListItems asked = (ListItems) listing.spec();
    assertThat(new String(store.read(asked.items()), StandardCharsets.UTF_8)).isEqualTo(ITEMS);
    assertThat(asked.options().labels()).containsExactly("happy");
    List<RunTask> prepare = carryOutListing(run, listing);

    // When the first part is prepared, and not the second
    prepared(prepare.get(0), List.of(1), failed(2, "no-face"));

    // Then it is generated at once, and its results are there while the rest goes on
    RunTask first = generate(run, 1);
    synthesised(first, List.of(1));
    Api.awaitTask(first.taskId(), TaskState.SUCCEEDED);
    assertThat(step(run, "generate")).isEqualTo(StepState.RUNNING);
    assertThat(view(run).state()).isEqualTo(State.RUNNING);
    assertThat(view(run).items()).isEqualTo(new SynthesisView.Items(5L, 1, 0, 2, 2L, 1));
    assertThat(results(run)).containsExactly("item-1");
    assertThat(errors(run)).isEqualTo(Map.of(2, "no-face", 5, "line-not-json"));

    // And when the second is done, so is the synthesis
    prepared(prepare.get(1), List.of(3, 4));
    synthesised(generate(run, 2), List.of(4), failed(3, "not-generated"));
    assertThat(await(run, State.COMPLETED_WITH_ERRORS).items())
        .isEqualTo(new SynthesisView.Items(5L, 2, 0, 3, 0L, 2));
    assertThat(results(run)).containsExactly("item-1", "item-4");
    assertThat(errors(run)).isEqualTo(Map.of(2, "no-face", 3, "not-generated", 5, "line-not-json"));
    assertThat(archive(run))
        .containsOnlyKeys(
            "images/item-1/happy.png", "images/item-4/happy.png", "results.jsonl", "errors.jsonl")
        .containsEntry("images/item-4/happy.png", "\"image of 4\"\n");
    assertThat(Api.get("/v1/syntheses", new TypeReference<Page<SynthesisView>>() {}).items())
        .extracting(SynthesisView::runId)
        .contains(run);
  }

  @Test
  void imagesAreFetchedByTheAddressesOfTheResultsWithAKeyOrPresigned() throws IOException {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    synthesised(generate(run, 2), List.of(1, 2));
    prepared(prepare.get(1), List.of(3, 4));
    synthesised(generate(run, 2), List.of(3, 4));
    await(run, State.COMPLETED_WITH_ERRORS);

    String own = imageUrl(run, "");
    assertThat(own).startsWith("/v1/objects/");
    assertThat(Api.request().get(own).asString()).isEqualTo("\"image of 1\"\n");
    String presigned = imageUrl(run, "?links=presigned");
    assertThat(new String(URI.create(presigned).toURL().openStream().readAllBytes(), UTF_8))
        .isEqualTo("\"image of 1\"\n");
    assertThat(problem(Api.request().get("/v1/syntheses/" + run + "/results?links=none")))
        .isEqualTo("bad-links");
  }

  @Test
  void oneItemIsFoundWhereverItIsAndSaysWhatBecameOfIt() throws IOException {
    // Given a request of which nothing is read yet
    RunId run = start(Map.of());
    RunTask listing = worker.awaitOffer(run, "list", 1);
    assertThat(problem(Api.request().get(item(run, "item-1")))).isEqualTo("item-not-listed");

    // When both parts wait to be prepared, and one of them is done
    List<RunTask> prepare = carryOutListing(run, listing);
    SynthesisItemView waiting = Api.get(item(run, "item-4"), SynthesisItemView.class);
    begin(prepare.get(0));
    SynthesisItemView.State atWork = stateOf(run, "item-1");
    prepared(prepare.get(0), List.of(1), failed(2, "no-face"));
    RunTask generate = generate(run, 1);
    SynthesisItemView.State cropped = stateOf(run, "item-1");
    synthesised(generate, List.of(1));
    Api.awaitTask(generate.taskId(), TaskState.SUCCEEDED);

    // Then every item says where it is
    assertThat(waiting.state()).isEqualTo(SynthesisItemView.State.QUEUED);
    assertThat(waiting.line()).isEqualTo(4);
    assertThat(waiting.part()).isEqualTo(1);
    assertThat(waiting.taskId()).isEqualTo(prepare.get(1).taskId());
    assertThat(atWork).isEqualTo(SynthesisItemView.State.PREPARING);
    assertThat(cropped).isEqualTo(SynthesisItemView.State.PREPARED);
    JsonNode done = tree(Api.request().get(item(run, "item-1")).asString());
    assertThat(done.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(done.path("taskId").asText()).isEqualTo(generate.taskId().toString());
    assertThat(done.path("attempt").asInt()).isEqualTo(1);
    assertThat(done.path("result")).isEqualTo(lines("/v1/syntheses/" + run + "/results").get(0));
    SynthesisItemView failed = Api.get(item(run, "item-2"), SynthesisItemView.class);
    assertThat(failed.state()).isEqualTo(SynthesisItemView.State.FAILED);
    assertThat(failed.taskId()).isEqualTo(prepare.get(0).taskId());
    assertThat(failed.error()).isEqualTo(failed(2, "no-face"));

    // And its images have the addresses that the results would have
    String presigned =
        tree(Api.request().get(item(run, "item-1") + "?links=presigned").asString())
            .at("/result/images/0/url")
            .asText();
    assertThat(new String(URI.create(presigned).toURL().openStream().readAllBytes(), UTF_8))
        .isEqualTo("\"image of 1\"\n");

    // And one that nobody asked for is not there, in a synthesis that is cancelled neither
    Api.request().post("/v1/syntheses/" + run + "/cancel");
    await(run, State.CANCELLED);
    assertThat(Api.get(item(run, "item-3"), SynthesisItemView.class).error().code())
        .isEqualTo("cancelled");
    Response unknown = Api.request().get(item(run, "item-9"));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(problem(unknown)).isEqualTo("item-not-found");
  }

  @Test
  void lineThatCouldNotBeBegunIsFoundByItsIdUnlessAnotherHasIt() {
    RunId run = start(Map.of());
    RunTask listing = worker.awaitOffer(run, "list", 1);
    List<FailedItem> failed =
        List.of(
            new FailedItem(2, "faces/it's me, \"Zoë\".jpg", "photo-missing", "Broken."),
            new FailedItem(3, "item-1", "duplicate-custom-id", "Broken."));
    ItemsListed listed = outcomes.listed(listing, List.of(List.of(1)), failed);
    worker.carryOut(listing, listed);
    RunTask prepare = preparations(listed).get(0);

    SynthesisItemView broken =
        Api.read(
            Api.request()
                .get("/v1/syntheses/{run}/items/{id}", run.toString(), failed.get(0).customId()),
            200,
            SynthesisItemView.class);

    assertThat(broken.error()).isEqualTo(failed.get(0));
    assertThat(broken.part()).isNull();
    assertThat(stateOf(run, "item-1")).isEqualTo(SynthesisItemView.State.QUEUED);
    prepared(prepare, List.of(1));
    RunTask generate = generate(run, 1);
    worker.carryOut(generate, outcomes.rejected(generate, List.of(1)));
    await(run, State.COMPLETED_WITH_ERRORS);
    assertThat(stateOf(run, "item-1")).isEqualTo(SynthesisItemView.State.REJECTED);
  }

  private static String item(RunId run, String customId) {
    return "/v1/syntheses/" + run + "/items/" + customId;
  }

  private static SynthesisItemView.State stateOf(RunId run, String customId) {
    return Api.get(item(run, customId), SynthesisItemView.class).state();
  }

  @Test
  void imagesThatAreNotGoodEnoughAreRejectedAndTheSynthesisSaysSo() {
    RunId run =
        start(
            Map.of(
                "quality", Map.of("target", 0.6, "options", List.of(Map.of("intensity", 0.8))),
                "picture", Map.of("format", "jpeg", "size", 64)),
            GOOD_ITEMS);
    RunTask listing = worker.awaitOffer(run, "list", 1);
    ItemsListed listed = outcomes.listed(listing, List.of(List.of(1, 2), List.of(3)), List.of());
    worker.carryOut(listing, listed);
    List<RunTask> prepare = preparations(listed);
    prepared(prepare.get(0), List.of(1, 2));
    prepared(prepare.get(1), List.of(3));

    // The judge is the classifier that evaluated the champion
    RunTask two = generate(run, 2);
    SynthesiseItems spec = (SynthesiseItems) two.spec();
    List<CheckpointView> classifiers =
        Api.get(
                "/v1/checkpoints?network=resnet18&limit=1",
                new TypeReference<Page<CheckpointView>>() {})
            .items();
    assertThat(spec.quality())
        .isEqualTo(
            new QualityGate(
                classifiers.get(0).location(),
                null,
                0.6,
                null,
                List.of(new QualityGate.Option(null, 0.8))));
    assertThat(spec.form()).isEqualTo(new ImageForm(64, ImageFormat.JPEG, null));
    worker.carryOut(two, outcomes.rejected(two, List.of(1, 2)));
    synthesised(generate(run, 1), List.of(3));

    SynthesisView done = await(run, State.COMPLETED_WITH_REJECTS);
    assertThat(done.items()).isEqualTo(new SynthesisView.Items(3L, 1, 2, 0, 0L, 3));
    assertThat(results(run)).containsExactly("item-1", "item-2", "item-3");
    assertThat(lines("/v1/syntheses/" + run + "/results").get(0).at("/rejected/0"))
        .isEqualTo(
            tree(
                """
                {"expression": "sad", "attempts": [{"shown": "neutral", "target": 0.2},
                                                   {"shown": "sad", "target": 0.4}]}
                """));
    assertThat(errors(run)).isEmpty();
  }

  @Test
  void photosAreKeptAndHandedOnWhereImagesArePasted() {
    RunId run = start(Map.of("picture", Map.of("output", "pasted", "format", "jpeg")), GOOD_ITEMS);
    RunTask listing = worker.awaitOffer(run, "list", 1);
    ItemsListed listed = outcomes.listed(listing, List.of(List.of(1, 2, 3)), List.of());
    worker.carryOut(listing, listed);
    RunTask prepare = preparations(listed).get(0);
    assertThat(((PrepareItems) prepare.spec()).output()).isEqualTo(ImageOutput.PASTED);
    ItemsPrepared prepared = outcomes.preparedWithPhotos(prepare, List.of(1, 2, 3));
    worker.carryOut(prepare, prepared);

    RunTask generate = generate(run, 3);

    SynthesiseItems spec = (SynthesiseItems) generate.spec();
    assertThat(spec.photos()).isNotNull().isEqualTo(prepared.photos());
    assertThat(spec.form()).isEqualTo(new ImageForm(null, ImageFormat.JPEG, null));
    synthesised(generate, List.of(1, 2, 3));
    await(run, State.COMPLETED);
  }

  @Test
  void lastPartThatIsPreparedWhenAllOthersAreGeneratedIsPartOfTheSameStep() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    RunTask first = generate(run, 2);
    Stream.of(prepare.get(1), first).forEach(this::begin);

    database.run(
        tx ->
            reports.handle(
                tx,
                List.of(
                    ScriptedWorker.succeeded(
                        prepare.get(1),
                        outcomes.prepared(prepare.get(1), List.of(3, 4), List.of())),
                    ScriptedWorker.succeeded(
                        first, outcomes.synthesised(first, List.of(1, 2), List.of())))));

    synthesised(generate(run, 2), List.of(3, 4));
    await(run, State.COMPLETED_WITH_ERRORS);
    assertThat(told(run, "generate"))
        .containsExactly("step.queued", "step.running", "step.succeeded");
  }

  private void begin(RunTask offer) {
    worker.start(offer, ScriptedWorker.id(offer.kind(), 1));
    Api.awaitTask(offer.taskId(), TaskState.RUNNING);
  }

  /** What was told of a step, in order. */
  private List<String> told(RunId run, String step) {
    return database.transact(tx -> history.after(tx, 0, run, 1_000)).stream()
        .filter(event -> event.type().startsWith("step."))
        .filter(event -> ((JsonNode) event.data()).path("name").asText().equals(step))
        .map(EventView::type)
        .toList();
  }

  @Test
  void partThatCannotBeDoneFailsItsItemsAndNoOthers() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));

    fail(prepare.get(0), "part-corrupt");
    prepared(prepare.get(1), List.of(3, 4));
    synthesised(generate(run, 2), List.of(3, 4));

    SynthesisView done = await(run, State.COMPLETED_WITH_ERRORS);
    assertThat(done.items()).isEqualTo(new SynthesisView.Items(5L, 2, 0, 3, 0L, 2));
    assertThat(errors(run))
        .isEqualTo(Map.of(1, "part-corrupt", 2, "part-corrupt", 5, "line-not-json"));
    assertThat(results(run)).containsExactly("item-3", "item-4");
  }

  @Test
  void nothingThatCanBeDoneFailsTheSynthesisWithTheErrorOfItsParts() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));

    prepare.forEach(part -> fail(part, "part-corrupt"));

    SynthesisView failed = await(run, State.FAILED);
    assertThat(failed.error().code()).isEqualTo("part-corrupt");
    assertThat(failed.items()).isEqualTo(new SynthesisView.Items(5L, 0, 0, 5, 0L, 0));
    assertThat(errors(run)).hasSize(5);
  }

  @Test
  void synthesisWithoutAGoodLineEndsAtOnceAndTellsWhatIsWrong() {
    RunId run = start(Map.of());
    RunTask listing = worker.awaitOffer(run, "list", 1);

    worker.carryOut(
        listing, outcomes.listed(listing, List.of(), List.of(failed(1, "field-missing"))));

    assertThat(await(run, State.COMPLETED_WITH_ERRORS).items())
        .isEqualTo(new SynthesisView.Items(1L, 0, 0, 1, 0L, 0));
    assertThat(errors(run)).isEqualTo(Map.of(1, "field-missing"));
    assertThat(step(run, "generate")).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void cancelledSynthesisKeepsWhatIsDoneEvenOfAPartAndIsTakenUpAgain() {
    // Given one part done, and one that has left a state
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    RunTask first = generate(run, 2);
    begin(first);
    leaveState(first, List.of(1), new DoneItems(0, 1));

    // When it is cancelled
    assertThat(Api.request().post("/v1/syntheses/" + run + "/cancel").statusCode()).isEqualTo(202);
    worker.awaitOrder(CancelTask.class, first.taskId());
    worker.report(
        new TaskCancelled(first.taskId(), 1, ScriptedWorker.id(first.kind(), 1), Instant.now()));

    // Then what was done is there, and everything else has its error
    SynthesisView cancelled = await(run, State.CANCELLED);
    assertThat(cancelled.items()).isEqualTo(new SynthesisView.Items(5L, 1, 0, 4, 0L, 1));
    assertThat(results(run)).containsExactly("item-1");
    assertThat(errors(run))
        .isEqualTo(Map.of(2, "cancelled", 3, "cancelled", 4, "cancelled", 5, "line-not-json"));
    assertThat(Api.request().get(imageUrl(run, "")).statusCode()).isEqualTo(200);

    // And retried, it goes on from there
    assertThat(Api.request().post("/v1/runs/" + run + "/retry").statusCode()).isEqualTo(202);
    RunTask again = worker.awaitOffer(run, "generate", 2);
    assertThat(again.resumeFrom()).isNotNull();
    synthesised(again, List.of(1, 2));
    prepared(
        worker.awaitOffer(o -> o.taskId().equals(prepare.get(1).taskId()) && o.attempt() > 1),
        List.of(3, 4));
    synthesised(
        worker.awaitOffer(
            o ->
                o.runId().equals(run)
                    && o.step().equals("generate")
                    && o.attempt() == 1
                    && !o.taskId().equals(first.taskId())),
        List.of(3, 4));
    assertThat(await(run, State.COMPLETED_WITH_ERRORS).items().succeeded()).isEqualTo(4);
  }

  @Test
  void partThatFailsCountsWhatItsStateHasAndItsRejectedItemsAreNoSuccesses() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    RunTask part = generate(run, 2);
    begin(part);
    leaveState(part, List.of(1), new DoneItems(1, 1));
    assertThat(view(run).items()).isEqualTo(new SynthesisView.Items(5L, 0, 1, 1, 3L, 1));

    fail(part, "part-corrupt");
    prepared(prepare.get(1), List.of(3, 4));
    synthesised(generate(run, 2), List.of(3, 4));

    assertThat(await(run, State.COMPLETED_WITH_ERRORS).items())
        .isEqualTo(new SynthesisView.Items(5L, 2, 1, 2, 0L, 3));
    assertThat(results(run)).containsExactly("item-1", "item-3", "item-4");
    assertThat(errors(run)).isEqualTo(Map.of(2, "part-corrupt", 5, "line-not-json"));
  }

  @Test
  void deadlineEndsASynthesisAndWhatIsDoneStays() {
    Instant deadline = Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.MILLIS);
    RunId run = start(Map.of("deadline", deadline.toString()));
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    synthesised(generate(run, 2), List.of(1, 2));

    SynthesisView expired = await(run, State.EXPIRED);

    assertThat(expired.deadline()).isEqualTo(deadline);
    assertThat(expired.finishedAt()).isAfterOrEqualTo(deadline);
    assertThat(results(run)).containsExactly("item-1", "item-2");
    assertThat(errors(run))
        .isEqualTo(Map.of(3, "deadline-passed", 4, "deadline-passed", 5, "line-not-json"));
  }

  @Test
  void progressOfPartsAtWorkIsCountedAndGivesAnEta() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    prepared(prepare.get(0), List.of(1, 2));
    RunTask first = generate(run, 2);
    worker.start(first, ScriptedWorker.id(first.kind(), 1));
    worker.report(
        new TaskHeartbeat(
            first.taskId(),
            1,
            ScriptedWorker.id(first.kind(), 1),
            Instant.now(),
            1,
            new Progress("generate", "items", 1, 2, 0.5)));

    Awaitility.await().until(() -> view(run).items().succeeded() == 1);
    assertThat(view(run).items()).isEqualTo(new SynthesisView.Items(5L, 1, 0, 1, 3L, 0));
    assertThat(view(run).etaSeconds()).isBetween(3L, 120L); // as long as one took, thrice
  }

  @Test
  void itemsThatComeToNothingCountForTheEta() {
    RunId run = start(Map.of());
    List<RunTask> prepare = carryOutListing(run, worker.awaitOffer(run, "list", 1));
    assertThat(view(run).etaSeconds()).isNull();
    prepared(prepare.get(0), List.of(1), failed(2, "no-face"));

    Awaitility.await().until(() -> view(run).items().failed() == 2);
    assertThat(view(run).etaSeconds()).isBetween(3L, 120L);
  }

  @Test
  void hundredThousandItemsOfOneRequestAreDoneEachOnce() throws IOException {
    int parts = 100;
    int size = 1000;
    List<List<Integer>> lines =
        IntStream.range(0, parts)
            .mapToObj(
                part -> IntStream.rangeClosed(part * size + 1, (part + 1) * size).boxed().toList())
            .toList();
    String items =
        IntStream.rangeClosed(1, parts * size)
            .mapToObj("{\"custom_id\": \"item-%1$d\", \"photo\": \"%1$d.jpg\"}%n"::formatted)
            .collect(Collectors.joining());
    RunId run = Api.read(post(Map.of(), null, items), 202, SynthesisView.class).runId();
    RunTask listing = worker.awaitOffer(run, "list", 1);
    ItemsListed listed = outcomes.listed(listing, lines, List.of());
    worker.carryOut(listing, listed);

    Map<ObjectRef, List<Integer>> known = new HashMap<>();
    for (int part = 0; part < parts; part++) {
      known.put(listed.parts().get(part).items(), lines.get(part));
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              List<RunTask> offers = worker.nextOffers(run);
              offers.forEach(offer -> carryOut(offer, known));
              return offers.isEmpty() && view(run).state() != State.RUNNING;
            });

    assertThat(view(run).state()).isEqualTo(State.COMPLETED);
    assertThat(view(run).items())
        .isEqualTo(new SynthesisView.Items(100_000L, 100_000, 0, 0, 0L, 100_000));
    Set<String> done = new HashSet<>();
    try (BufferedReader results =
        new BufferedReader(
            new InputStreamReader(
                Api.request().get("/v1/syntheses/" + run + "/results").asInputStream(), UTF_8))) {
      results
          .lines()
          .forEach(line -> assertThat(done.add(tree(line).path("custom_id").asText())).isTrue());
    }
    assertThat(done).hasSize(100_000);
  }

  /** Prepares a part, or generates it; an offer that somebody has taken before changes nothing. */
  private void carryOut(RunTask offer, Map<ObjectRef, List<Integer>> known) {
    if (offer.spec() instanceof PrepareItems prepare) {
      List<Integer> lines = known.get(prepare.items());
      ItemsPrepared prepared = outcomes.prepared(offer, lines, List.of());
      known.put(prepared.items(), lines);
      worker.carryOut(offer, prepared);
    } else if (offer.spec() instanceof SynthesiseItems generate) {
      worker.carryOut(offer, outcomes.synthesisedAlike(offer, known.get(generate.items())));
    }
  }

  @Test
  void sameRequestTwiceIsOneSynthesis() {
    String key = "synthesis-" + System.nanoTime();

    RunId first = Api.read(post(Map.of(), key, ITEMS), 202, SynthesisView.class).runId();
    RunId second = Api.read(post(Map.of(), key, ITEMS), 202, SynthesisView.class).runId();

    assertThat(second).isEqualTo(first);
    assertThat(problem(post(Map.of(), key, ITEMS + "\n"))).isEqualTo("idempotency-key-reused");
  }

  @Test
  void itemsOfTheRequestAreLeftToWhoeverReadsLinesAndABrokenOneRefusesNoOther() {
    List<String> items =
        List.of(
            "{\"custom_id\":\"a\",\"photo\":\"a.jpg\"}",
            "{\"custom_id\":\"b\",\"photo\":\"b.jpg\",\"expressions\":\"happy\"}",
            "{\"custom_id\":\"c\",\"photo\":\"c.jpg\",\"face\":\"both\"}",
            "{\"custom_id\":\"d\",\"photo\":\"d.jpg\",\"expresions\":[\"happy\"]}",
            "\"e.jpg\"");
    String body = "{\"items\": [%s]}".formatted(String.join(", ", items));

    RunId run = Api.read(Api.json(body).post("/v1/syntheses"), 202, SynthesisView.class).runId();

    ListItems asked = (ListItems) worker.awaitOffer(run, "list", 1).spec();
    assertThat(new String(store.read(asked.items()), UTF_8).lines())
        .containsExactlyElementsOf(items);
    Api.request().post("/v1/syntheses/" + run + "/cancel");
  }

  @Test
  void badRequestsAreRefusedBeforeAnythingIsQueued() {
    Map<String, Object> item = Map.of("custom_id", "a", "photo", "a.jpg");
    Map<Map<String, Object>, String> refused =
        Map.of(
            Map.of(), "no-items",
            Map.of("file", "items.jsonl"), "bad-field",
            Map.of("items", List.of(item), "face", "all"), "bad-field",
            Map.of("items", List.of(item), "deadline", "2020-01-01T00:00:00Z"), "bad-deadline",
            Map.of("items", List.of(item), "expressions", List.of("bored")), "unknown-expression",
            Map.of("items", List.of(item), "group", "mood"), "unknown-group",
            Map.of("items", List.of(item), "checkpoint", "nobody"), "no-checkpoint",
            Map.of("items", List.of(item), "quality", Map.of("target", 2)), "bad-quality",
            Map.of("source", "s3://elsewhere/photos/"), "dataset-source-forbidden",
            Map.of("source", "https://example.org/photos"), "dataset-source-unsupported");
    Map<Map<String, Object>, String> also =
        Map.of(
            Map.of("items", List.of(item), "priority", 1000), "bad-priority",
            Map.of("items", List.of(item), "deadline", "+999999-01-01T00:00:00Z"), "bad-deadline",
            Map.of("items", List.of(item), "quality", Map.of("embedder", "candidate")),
                "labels-differ",
            Map.of("items", List.of(item), "quality", Map.of("classifier", "champion")),
                "no-checkpoint",
            Map.of("items", List.of(item), "picture", Map.of("size", 3)), "bad-request",
            Map.of("items", "a.jpg"), "bad-request",
            Map.of("items", List.of(item), "source", "s3://a/", "file", "items.jsonl"),
                "items-twice",
            Map.of("items", List.of(item), "name", "a\u0000"), "bad-field",
            Map.of("items", List.of(item), "checkpoint", "a\u0000"), "bad-field",
            Map.of("items", List.of(item), "picture", Map.of("output", "pasted", "size", 64)),
                "bad-request");

    Stream.of(refused, also)
        .flatMap(each -> each.entrySet().stream())
        .forEach(
            each ->
                assertThat(problem(Api.json(each.getKey()).post("/v1/syntheses")))
                    .as(each.getKey().toString())
                    .isEqualTo(each.getValue()));
    assertThat(problem(post(Map.of(), null, ""))).isEqualTo("no-items");
    assertThat(problem(Api.json("{\"items\": [], \"deadline\": 1e18}").post("/v1/syntheses")))
        .isEqualTo("bad-request");
    assertThat(problem(post(Map.of("items", List.of(item)), null, ITEMS))).isEqualTo("items-twice");
  }

  private RunId start(Map<String, Object> request) {
    return start(request, ITEMS);
  }

  private static RunId start(Map<String, Object> request, String items) {
    return Api.read(post(request, null, items), 202, SynthesisView.class).runId();
  }

  private static Response post(Map<String, Object> request, @Nullable String key, String items) {
    RequestSpecification form =
        Api.request()
            .multiPart("items", "items.jsonl", items.getBytes(UTF_8), "application/x-ndjson")
            .multiPart("request", json(request));
    return (key == null ? form : form.header("Idempotency-Key", key)).post("/v1/syntheses");
  }

  private List<RunTask> carryOutListing(RunId run, RunTask listing) {
    ItemsListed listed =
        outcomes.listed(
            listing,
            List.of(List.of(1, 2), List.of(3, 4)),
            List.of(new FailedItem(5, null, "line-not-json", "Broken.")));
    worker.carryOut(listing, listed);
    return preparations(listed);
  }

  private List<RunTask> preparations(ItemsListed listed) {
    return listed.parts().stream()
        .map(
            part ->
                worker.awaitOffer(
                    offer ->
                        offer.spec() instanceof PrepareItems prepare
                            && prepare.items().equals(part.items())))
        .toList();
  }

  private void prepared(RunTask offer, List<Integer> lines, FailedItem... failed) {
    worker.carryOut(offer, outcomes.prepared(offer, lines, List.of(failed)));
  }

  private void synthesised(RunTask offer, List<Integer> lines, FailedItem... failed) {
    worker.carryOut(offer, outcomes.synthesised(offer, lines, List.of(failed)));
  }

  private void leaveState(RunTask offer, List<Integer> lines, DoneItems items) {
    worker.report(
        new TaskCheckpointed(
            offer.taskId(),
            offer.attempt(),
            ScriptedWorker.id(offer.kind(), 1),
            Instant.now(),
            lines.size(),
            outcomes.state(offer, lines),
            items));
    Awaitility.await().until(() -> results(offer.runId()).size() == lines.size());
  }

  private void fail(RunTask offer, String code) {
    WorkerId by = ScriptedWorker.id(offer.kind(), 1);
    worker.start(offer, by);
    worker.report(
        new TaskFailed(
            offer.taskId(),
            offer.attempt(),
            by,
            Instant.now(),
            new TaskError(TaskError.Category.INVALID_INPUT, code, "Broken.", code)));
  }

  /** The offer to generate so many items that nobody has begun yet. */
  private RunTask generate(RunId run, int items) {
    RunTask offer =
        worker.awaitOffer(
            each ->
                each.runId().equals(run)
                    && each.spec() instanceof SynthesiseItems spec
                    && spec.count() == items
                    && begun.stream().noneMatch(each.taskId()::equals));
    begun.add(offer.taskId());
    return offer;
  }

  private static SynthesisView view(RunId run) {
    return Api.get("/v1/syntheses/" + run, SynthesisView.class);
  }

  private static SynthesisView await(RunId run, State state) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> view(run).state() == state);
    return view(run);
  }

  private static StepState step(RunId run, String name) {
    return Api.step(run, name).state();
  }

  private static List<String> results(RunId run) {
    return lines("/v1/syntheses/" + run + "/results").stream()
        .map(line -> line.path("custom_id").asText())
        .toList();
  }

  private static Map<Integer, String> errors(RunId run) {
    Map<Integer, String> errors = new HashMap<>();
    for (JsonNode line : lines("/v1/syntheses/" + run + "/errors")) {
      assertThat(errors.put(line.path("line").asInt(), line.path("code").asText())).isNull();
      assertThat(line.path("message").asText()).isNotEmpty();
    }
    return errors;
  }

  private static String imageUrl(RunId run, String query) {
    return lines("/v1/syntheses/" + run + "/results" + query)
        .get(0)
        .path("images")
        .get(0)
        .path("url")
        .asText();
  }

  private static List<JsonNode> lines(String path) {
    return Api.request().get(path).asString().lines().map(SynthesisIT::tree).toList();
  }

  private static Map<String, String> archive(RunId run) throws IOException {
    byte[] zip = Api.request().get("/v1/syntheses/" + run + "/archive").asByteArray();
    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return entries;
  }

  private static String problem(Response response) {
    assertThat(response.statusCode()).isBetween(400, 499);
    return Api.read(response, response.statusCode(), Problem.class).code();
  }

  private static JsonNode tree(String json) {
    try {
      return WireJson.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(Object value) {
    try {
      return WireJson.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
