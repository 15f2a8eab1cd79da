package io.mien.orchestrator.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.id.WorkerId;
import io.mien.orchestrator.loop.Step.Progress;
import io.mien.orchestrator.task.TaskTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of the outbox is published in a turn. */
class OutboxPublisherIT {

  private static final int MEBIBYTE = 1 << 20;

  private final TaskTable table = new TaskTable();
  private final JdbcOutbox outbox = new JdbcOutbox(() -> {});
  private final List<List<OutboxMessage>> turns = new ArrayList<>();
  private final OutboxPublisher publisher =
      new OutboxPublisher(
          table.database,
          outbox,
          messages -> {
            turns.add(messages);
            return List.of();
          },
          (tx, refused) -> {});

  @Test
  void aTurnOfLargeMessagesEndsSoonAndTheOthersFollowInOrder() {
    List<String> workers = add(20, 900_000);

    publishAll();

    assertThat(turns).hasSize(2);
    assertThat(turns)
        .allSatisfy(
            turn ->
                assertThat(turn.stream().mapToInt(OutboxMessage::bytes).sum())
                    .isBetween(MEBIBYTE, 9 * MEBIBYTE));
    assertThat(turns.stream().flatMap(List::stream).map(OutboxMessage::key)).isEqualTo(workers);
  }

  @Test
  void aMessageThatIsLargerThanATurnIsATurn() {
    add(2, 12 * MEBIBYTE);

    publishAll();

    assertThat(turns).extracting(List::size).startsWith(1, 1);
  }

  @Test
  void aTurnOfSmallMessagesEndsWithTheFiveHundredth() {
    List<String> workers = add(700, 100);

    publishAll();

    assertThat(turns).extracting(List::size).containsExactly(500, 200);
    assertThat(turns.stream().flatMap(List::stream).map(OutboxMessage::key)).isEqualTo(workers);
  }

  private void publishAll() {
    for (Progress progress = Progress.MORE; progress == Progress.MORE; ) {
      progress = publisher.step();
    }
  }

  /**
   * @return whom they are to
   */
  private List<String> add(int messages, int characters) {
    List<String> workers =
        IntStream.range(0, messages).mapToObj(i -> "ingest-worker/here/" + i).toList();
    String reason = "x".repeat(characters);
    table.database.run(
        tx ->
            workers.forEach(
                worker -> outbox.control(tx, new DrainWorker(new WorkerId(worker), reason))));
    return workers;
  }
}
