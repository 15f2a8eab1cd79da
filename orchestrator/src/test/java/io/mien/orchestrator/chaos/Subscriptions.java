package io.mien.orchestrator.chaos;

import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.WebhookRequest;
import io.mien.orchestrator.chaos.SimulatedEndpoint.Received;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.webhook.Webhooks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What programs outside want to hear of a whole history, and whether they have. */
final class Subscriptions {

  private static final String EVERYTHING = "/everything";

  /** By path, the types that are asked for. */
  private static final Map<String, List<String>> TYPES =
      Map.of(
          EVERYTHING,
          List.of("run.", "step.", "task."),
          "/ends",
          List.of("run.succeeded", "run.failed", "run.cancelled", "task.dead"));

  private final SimulatedEndpoint endpoint;

  Subscriptions(SimulatedEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Before anything happens. */
  void register(Database database, Webhooks webhooks, RandomGenerator random) {
    TYPES.forEach(
        (path, types) -> {
          WebhookId id = new WebhookId(new UUID(random.nextLong(), random.nextLong()));
          URI url = URI.create("http://127.0.0.1:1" + path);
          database.run(tx -> webhooks.register(tx, id, new WebhookRequest(url, types, null)));
        });
  }

  /** Whatever was not told, or was told otherwise than it happened. */
  List<String> violations(List<EventView> happened) {
    List<String> found = new ArrayList<>();
    TYPES.forEach((path, types) -> compare(path, types, happened, found));
    requireEveryNumber(found);
    return found;
  }

  private void compare(
      String path, List<String> types, List<EventView> happened, List<String> found) {
    Map<Long, EventView> wanted =
        happened.stream()
            .filter(event -> isOf(types, event.type()))
            .collect(Collectors.toMap(EventView::sequence, Function.identity()));
    Map<Long, List<Received>> told =
        received(path).stream().collect(Collectors.groupingBy(Received::sequence));
    wanted.forEach(
        (sequence, event) -> {
          List<Received> copies = told.getOrDefault(sequence, List.of());
          if (copies.isEmpty()) {
            found.add("%s never heard of event %d, %s".formatted(path, sequence, event.type()));
          }
          if (copies.stream().map(Received::id).distinct().count() > 1) {
            found.add("%s heard of event %d under several ids".formatted(path, sequence));
          }
          copies.stream()
              .filter(copy -> !isSame(copy, event))
              .forEach(copy -> found.add("%s heard %s of %s".formatted(path, copy, event)));
        });
    told.keySet().stream()
        .filter(sequence -> !wanted.containsKey(sequence))
        .forEach(
            sequence ->
                found.add("%s heard of event %d, which it did not want".formatted(path, sequence)));
  }

  /** Whoever hears of everything can count: the events of a run have the numbers from 1 on. */
  private void requireEveryNumber(List<String> found) {
    Map<String, TreeSet<Long>> numbers =
        received(EVERYTHING).stream()
            .collect(
                Collectors.groupingBy(
                    Received::run,
                    Collectors.mapping(
                        Received::runSequence, Collectors.toCollection(TreeSet::new))));
    numbers.forEach(
        (run, heard) -> {
          if (heard.first() != 1 || heard.last() != heard.size()) {
            found.add("Of run %s the events %s were heard".formatted(run, heard));
          }
        });
  }

  private List<Received> received(String path) {
    return endpoint.received().stream().filter(each -> each.path().equals(path)).toList();
  }

  private static boolean isSame(Received copy, EventView event) {
    return copy.type().equals(event.type())
        && copy.run().equals(Objects.toString(event.runId(), ""))
        && copy.runSequence() == Objects.requireNonNullElse(event.runSequence(), 0L);
  }

  private static boolean isOf(List<String> types, String type) {
    return types.stream()
        .anyMatch(name -> name.endsWith(".") ? type.startsWith(name) : type.equals(name));
  }
}
