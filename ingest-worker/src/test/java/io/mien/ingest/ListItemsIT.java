package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.event.Progress;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.contracts.task.ListItems;
import io.mien.ingest.source.archive.Packed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The items of a bulk synthesis, from wherever they are told to the parts in the store. */
class ListItemsIT {

  private static final ItemOptions OPTIONS =
      new ItemOptions(
          List.of(new LabelSet("expression", true, List.of("neutral", "happy", "sad"))),
          "expression",
          List.of("happy"),
          List.of(),
          FaceChoice.PROMINENT);

  private static IngestRig rig;

  @TempDir Path folder;
  @TempDir Path work;

  @BeforeAll
  static void open() {
    rig = new IngestRig();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void goodItemsAreSharedOutInOrderAndEveryBadOneIsTold() throws IOException {
    Files.writeString(folder.resolve("a.jpg"), "a photo");
    ObjectRef items =
        sent(
            "\uFEFF" + item("1", "a.jpg"),
            "no json",
            "",
            item("2", "a.jpg"),
            item("1", "a.jpg"),
            item("3", "b.jpg"),
            item("4", rig.address("uploads/1/a.jpg").toString()),
            item("5", "s3://elsewhere/a.jpg"),
            item("6", "a.jpg"));

    ItemsListed listed = list(new ListItems(folder.toUri(), items, null, OPTIONS));

    assertThat(listed.accepted()).isEqualTo(4);
    assertThat(listed.failed()).isEqualTo(4);
    assertThat(listed.parts()).extracting(ItemsListed.Part::count).containsExactly(3, 1);
    assertThat(listed.parts().get(1).items().key()).endsWith("/parts/00001.jsonl");
    assertThat(items(listed))
        .extracting(ListedItem::line, ListedItem::customId)
        .containsExactly(tuple(1, "1"), tuple(4, "2"), tuple(7, "4"), tuple(9, "6"));
    assertThat(errors(listed))
        .extracting(FailedItem::line, FailedItem::customId, FailedItem::code)
        .containsExactly(
            tuple(2, null, "line-not-json"),
            tuple(5, "1", "duplicate-custom-id"),
            tuple(6, "3", "photo-missing"),
            tuple(8, "5", "photo-forbidden"));
  }

  @Test
  void theLinesMayBeAFileOfTheSource() throws IOException {
    Files.writeString(folder.resolve("a.jpg"), "a photo");
    Files.writeString(folder.resolve("items.jsonl"), item("1", "a.jpg"));
    rig.put(folder, "uploads/lines/");
    Path zip = Packed.folder(folder, work.resolve("staff.zip"));

    for (URI source : List.of(folder.toUri(), zip.toUri(), rig.address("uploads/lines/"))) {
      ItemsListed listed = list(new ListItems(source, null, "items.jsonl", OPTIONS));

      assertThat(items(listed))
          .as("%s", source)
          .extracting(ListedItem::photo)
          .containsExactly("a.jpg");
      assertThat(listed.errors()).isNull();
    }
  }

  @Test
  void withoutLinesEveryPictureOfTheSourceIsAnItem() throws IOException {
    for (String name :
        List.of(
            "b.JPG",
            "team/a.png",
            "a.gif",
            "notes.txt",
            "x".repeat(240) + "/" + "y".repeat(20) + ".webp")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    rig.put(folder, "uploads/pictures/");

    ItemsListed listed = list(new ListItems(rig.address("uploads/pictures"), null, null, OPTIONS));

    assertThat(items(listed))
        .extracting(ListedItem::line, ListedItem::customId, ListedItem::photo)
        .containsExactly(
            tuple(1, "a.gif", "a.gif"),
            tuple(2, "b.JPG", "b.JPG"),
            tuple(3, "team/a.png", "team/a.png"));
    assertThat(errors(listed))
        .extracting(FailedItem::line, FailedItem::code)
        .containsExactly(tuple(4, "bad-custom-id"));
  }

  @Test
  void whatAnArchiveMustNotHoldIsTold() throws IOException {
    byte[] zip =
        Packed.zip(
            out -> {
              Packed.add(out, "a.jpg", "a photo");
              Packed.add(out, "../evil.jpg", "a photo");
            });
    Path archive = Files.write(work.resolve("staff.zip"), zip);

    ItemsListed all = list(new ListItems(archive.toUri(), null, null, OPTIONS));
    ItemsListed named =
        list(new ListItems(archive.toUri(), sent(item("1", "c.jpg")), null, OPTIONS));

    assertThat(items(all)).extracting(ListedItem::customId).containsExactly("a.jpg");
    assertThat(errors(all))
        .extracting(FailedItem::line, FailedItem::code)
        .containsExactly(tuple(2, "unsafe-name"));
    assertThat(errors(named)).extracting(FailedItem::code).containsExactly("photo-missing");
  }

  @Test
  void aListOfBadLinesAloneIsNoFailure() throws IOException {
    ItemsListed listed = list(new ListItems(null, sent("1", "2", "3"), null, OPTIONS));

    assertThat(listed.accepted()).isZero();
    assertThat(listed.failed()).isEqualTo(3);
    assertThat(listed.parts()).isEmpty();
    assertThat(errors(listed)).hasSize(3);
  }

  @Test
  void noItemsAtAllAreRefused() {
    assertThat(refusal(new ListItems(null, sent("", "  "), null, OPTIONS))).isEqualTo("no-items");
    assertThat(refusal(new ListItems(rig.address("uploads/nothing/"), null, null, OPTIONS)))
        .isEqualTo("no-items");
  }

  @Test
  void linesThatAreNotThereAreRefused() {
    ObjectRef deleted = sent("1");
    rig.store().delete(deleted.bucket(), deleted.key());

    assertThat(refusal(new ListItems(null, deleted, null, OPTIONS))).isEqualTo("object-missing");
    assertThat(refusal(new ListItems(folder.toUri(), null, "items.jsonl", OPTIONS)))
        .isEqualTo("items-missing");
    assertThat(refusal(new ListItems(folder.toUri(), null, "../items.jsonl", OPTIONS)))
        .isEqualTo("items-missing");
    assertThat(refusal(new ListItems(rig.address("uploads/9/"), null, "items.jsonl", OPTIONS)))
        .isEqualTo("items-missing");
  }

  @Test
  void moreLinesThanTheLimitAreRefused() {
    String[] lines =
        IntStream.rangeClosed(0, Ingesting.MOST_ITEMS)
            .mapToObj(Integer::toString)
            .toArray(String[]::new);

    assertThat(refusal(new ListItems(null, sent(lines), null, OPTIONS)))
        .isEqualTo("too-many-items");
  }

  @Test
  void theSameLinesGiveTheSameBytesAndAreCounted() throws IOException {
    ObjectRef items =
        sent(item("1", "s3://x/a"), "?", item("2", rig.address("uploads/a").toString()));
    ListItems task = new ListItems(null, items, null, OPTIONS);
    Ingesting ingesting = rig.ingesting(work, 1);

    ItemsListed one = (ItemsListed) ingesting.run(task);
    ItemsListed other = (ItemsListed) ingesting.run(task);

    assertThat(digests(one)).isEqualTo(digests(other));
    assertThat(ingesting.attempts().get(0).progress())
        .last()
        .extracting(Progress::unit, Progress::done)
        .containsExactly("items", 3L);
  }

  @Test
  void aTaskThatIsToStopStops() throws IOException {
    Ingesting ingesting = rig.ingesting(work, 1);
    ListItems task = new ListItems(null, sent("1"), null, OPTIONS);
    Attempt attempt = ingesting.attempt(task).stoppingAfter(0);

    assertThatThrownBy(() -> ingesting.run(attempt)).isInstanceOf(Cancelled.class);
  }

  private ItemsListed list(ListItems task) throws IOException {
    return (ItemsListed) rig.ingesting(work, 1).run(task);
  }

  private String refusal(ListItems task) {
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> list(task));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.code();
  }

  private static List<ListedItem> items(ItemsListed listed) throws IOException {
    List<ListedItem> items = new ArrayList<>();
    for (ItemsListed.Part part : listed.parts()) {
      List<ListedItem> some = rig.lines(part.items(), ListedItem.class);
      assertThat(some).hasSize(part.count());
      items.addAll(some);
    }
    return items;
  }

  private static List<FailedItem> errors(ItemsListed listed) throws IOException {
    ObjectRef errors = listed.errors();
    assertThat(errors).isNotNull();
    return rig.lines(errors, FailedItem.class);
  }

  private static List<String> digests(ItemsListed listed) {
    List<String> digests =
        listed.parts().stream().map(part -> part.items().sha256()).collect(Collectors.toList());
    digests.add(sha256(listed.errors()));
    return digests;
  }

  private static String sha256(@Nullable ObjectRef object) {
    return object == null ? "" : object.sha256();
  }

  private static String item(String id, String photo) {
    return "{\"custom_id\": \"%s\", \"photo\": \"%s\"}".formatted(id, photo);
  }

  private static ObjectRef sent(String... lines) {
    byte[] content = String.join("\n", lines).getBytes(UTF_8);
    String key = "uploads/" + UUID.randomUUID() + "/items.jsonl";
    return rig.store().put(Bucket.SYNTHESES, key, content, "application/x-ndjson");
  }
}
