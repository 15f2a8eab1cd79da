package io.mien.ingest.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.synthesis.FailedItem;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.synthesis.ListedItem;
import io.mien.ingest.source.bucket.StoredObjects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemCheckTest {

  private static final ItemOptions OPTIONS = Items.OPTIONS;

  private final ItemCheck check = new ItemCheck(OPTIONS, Items.photos("a.jpg", "b/c.png"));
  private int line;

  @Test
  void anItemThatSaysLittleGetsWhatTheSynthesisSays() {
    ListedItem item = accepted("{'custom_id': 'Zoë 1', 'photo': 'a.jpg'}");

    assertThat(item)
        .isEqualTo(
            new ListedItem(
                1,
                "Zoë 1",
                "a.jpg",
                null,
                "expression",
                List.of("happy", "sad"),
                List.of(),
                FaceChoice.PROMINENT));
  }

  @Test
  void anItemMaySayEverything() {
    String digest = "0123456789abcdef".repeat(4);
    ListedItem item =
        accepted(
            "{'custom_id': '1', 'photo': 'b//c.png', 'sha256': '%s', 'expressions': ['Smiling'], 'group': 'attributes', 'holds': ['Eyeglasses'], 'face': 'single'}"
                .formatted(digest));

    assertThat(item)
        .isEqualTo(
            new ListedItem(
                1,
                "1",
                "b/c.png",
                digest,
                "attributes",
                List.of("Smiling"),
                List.of("Eyeglasses"),
                FaceChoice.SINGLE));
  }

  @Test
  void photosMayBeObjectsOfBucketsThatMayBeRead() {
    assertThat(accepted("{'custom_id': '1', 'photo': 'S3://faces/a b/ü%20.jpg'}").photo())
        .isEqualTo("s3://faces/a b/ü%20.jpg");
    assertThat(accepted("{'custom_id': '2', 'photo': 's3://mien-datasets/uploads/1/a.jpg'}"))
        .isNotNull();
  }

  @Test
  void nullsAndEmptyListsSayNothing() {
    ListedItem item =
        accepted(
            "{'custom_id': '1', 'photo': 'a.jpg', 'sha256': null, 'expressions': [], 'group': null, 'holds': null, 'face': null}");

    assertThat(item.labels()).containsExactly("happy", "sad");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "line-not-json  | {'custom_id': '1', 'photo'",
        "line-not-json  | ['custom_id']",
        "line-not-json  | {'custom_id': '1', 'photo': 'a.jpg'} {}",
        "line-not-json  | {'custom_id': '1', 'photo': 'a.jpg', 'photo': 'b.jpg'}",
        "field-missing  | {'photo': 'a.jpg'}",
        "field-missing  | {'custom_id': '1'}",
        "field-missing  | {'custom_id': '1', 'photo': null}",
        "bad-field      | {'custom_id': 1, 'photo': 'a.jpg'}",
        "bad-field      | {'custom_id': '1', 'photo': ['a.jpg']}",
        "bad-field      | {'custom_id': '1', 'photo': ' '}",
        "bad-field      | {'custom_id': '1', 'photo': 'a.jpg', 'expression': 'happy'}",
        "bad-field      | {'custom_id': '1', 'photo': 'a.jpg', 'expressions': 'happy'}",
        "bad-field      | {'custom_id': '1', 'photo': 'a.jpg', 'expressions': [1]}",
        "bad-field      | {'custom_id': '1', 'photo': 's3://faces/'}",
        "bad-field      | {'custom_id': '1', 'photo': 's3://faces'}",
        "bad-custom-id  | {'custom_id': 'a\\u0007', 'photo': 'a.jpg'}",
        "bad-custom-id  | {'custom_id': 'a\\ud800', 'photo': 'a.jpg'}",
        "unknown-expression | {'custom_id': '1', 'photo': 'a.jpg', 'expressions': ['angry']}",
        "unknown-expression | {'custom_id': '1', 'photo': 'a.jpg', 'holds': ['happy']}",
        "unknown-group  | {'custom_id': '1', 'photo': 'a.jpg', 'group': 'age'}",
        "bad-sha256     | {'custom_id': '1', 'photo': 'a.jpg', 'sha256': 'ABC'}",
        "bad-face       | {'custom_id': '1', 'photo': 'a.jpg', 'face': 'all'}",
        "bad-face       | {'custom_id': '1', 'photo': 'a.jpg', 'face': 'both'}",
        "photo-missing  | {'custom_id': '1', 'photo': 'z.jpg'}",
        "photo-missing  | {'custom_id': '1', 'photo': 'a\\ud800.jpg'}",
        "link-forbidden | {'custom_id': '1', 'photo': 'https://example.org/a.jpg'}",
        "link-forbidden | {'custom_id': '1', 'photo': 'FILE:/etc/passwd'}",
        "link-forbidden | {'custom_id': '1', 'photo': 'data:image/png;base64,AAAA'}",
        "link-forbidden | {'custom_id': '1', 'photo': 'smb://host/a.jpg'}",
        "photo-forbidden | {'custom_id': '1', 'photo': 's3://mien-models/a.jpg'}",
        "photo-forbidden | {'custom_id': '1', 'photo': 's3://mien-datasets/tasks/1/a.jpg'}",
        "unsafe-name    | {'custom_id': '1', 'photo': '../a.jpg'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 'b/../../a.jpg'}",
        "unsafe-name    | {'custom_id': '1', 'photo': '/etc/passwd'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 'C:\\\\a.jpg'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 'a\\u0000.jpg'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 's3://faces/../mien-models/a'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 's3://mien-datasets/uploads/../tasks/a'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 's3://faces//a'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 's3://faces/a/.'}",
        "unsafe-name    | {'custom_id': '1', 'photo': 'b/.'}"
      })
  void aBadLineIsRefusedWithItsCode(String code, String json) {
    FailedItem refused = refused(json);

    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.message()).isNotBlank().hasSizeLessThan(400).doesNotContain("\u0007");
    assertThat(refused.customId())
        .isEqualTo(json.contains("'custom_id': '1'") && !code.equals("line-not-json") ? "1" : null);
  }

  @Test
  void idsMayHave256Characters() {
    assertThat(accepted("{'custom_id': '%s', 'photo': 'a.jpg'}".formatted("x".repeat(256))))
        .isNotNull();
    assertThat(refused("{'custom_id': '%s', 'photo': 'a.jpg'}".formatted("x".repeat(257))))
        .extracting(FailedItem::code, FailedItem::customId)
        .containsExactly("bad-custom-id", null);
  }

  @Test
  void aKeyThatNoStoreHoldsIsRefusedBeforeTheStoreIsAsked() {
    String key = "笑".repeat(342);

    assertThat(accepted("{'custom_id': '1', 'photo': 's3://faces/%s'}".formatted(key.substring(1))))
        .isNotNull();
    assertThat(refused("{'custom_id': '2', 'photo': 's3://faces/%s'}".formatted(key)).code())
        .isEqualTo("unsafe-name");
  }

  @Test
  void aMisspeltFieldIsToldWithThoseThatThereAre() {
    assertThat(refused("{'customid': '1', 'photo': 'a.jpg'}").message())
        .isEqualTo(
            "There is no field 'customid'; an item may have custom_id, photo, sha256, expressions, group, holds, face.");
  }

  @Test
  void anIdThatWasThereBeforeIsToldWithItsFirstLine() {
    accepted("{'custom_id': 'x', 'photo': 'a.jpg'}");
    accepted("{'custom_id': 'y', 'photo': 'a.jpg'}");

    FailedItem refused = refused("{'custom_id': 'x', 'photo': 'a.jpg'}");

    assertThat(refused.code()).isEqualTo("duplicate-custom-id");
    assertThat(refused.customId()).isEqualTo("x");
    assertThat(refused.message()).startsWith("Line 1 has the custom_id 'x' already.");
  }

  @Test
  void anIdOfARefusedItemIsTakenToo() {
    refused("{'custom_id': 'x', 'photo': '../a.jpg'}");

    assertThat(refused("{'custom_id': 'x', 'photo': 'a.jpg'}").code())
        .isEqualTo("duplicate-custom-id");
  }

  @Test
  void theFirstThingThatIsWrongIsTold() {
    accepted("{'custom_id': 'x', 'photo': 'a.jpg'}");

    assertThat(refused("{'custom_id': 'x', 'photo': '../a', 'face': 'all', 'x': 1}").code())
        .isEqualTo("bad-field");
    assertThat(refused("{'custom_id': 'x', 'photo': '../a', 'face': 'all'}").code())
        .isEqualTo("duplicate-custom-id");
    assertThat(refused("{'custom_id': 'y', 'photo': '../a', 'face': 'all'}").code())
        .isEqualTo("unsafe-name");
  }

  @Test
  void bytesThatAreNoUtf8AreNoJson() {
    byte[] latin1 = {'{', '"', (byte) 0xE9, '"', ':', '1', '}'};

    Checked checked = check.check(new ItemLine(7, latin1, latin1.length));

    assertThat(((Checked.Refused) checked).item())
        .isEqualTo(
            new FailedItem(
                7, null, "line-not-json", "The line is not UTF-8. Save the file as UTF-8."));
  }

  @Test
  void aLineBeyondTheLimitIsNotParsed() {
    Checked checked = check.check(new ItemLine(1, new byte[LineReader.LONGEST], 5_000_000_000L));

    assertThat(((Checked.Refused) checked).item().message())
        .startsWith("The line has 5,000,000,000 bytes; at most 65,536 are read.");
  }

  @Test
  void withoutASourcePhotosNeedAddresses() {
    StoredObjects objects = Items.photos().objects();
    ItemCheck none = new ItemCheck(OPTIONS, new ItemPhotos(null, objects));

    Checked named = none.check(line("{'custom_id': '1', 'photo': 'a.jpg'}"));
    Checked stored = none.check(line("{'custom_id': '2', 'photo': 's3://faces/a.jpg'}"));

    assertThat(((Checked.Refused) named).item().code()).isEqualTo("photo-missing");
    assertThat(stored).isInstanceOf(Checked.Accepted.class);
  }

  private ListedItem accepted(String json) {
    Checked checked = check.check(line(json));
    assertThat(checked).as(json).isInstanceOf(Checked.Accepted.class);
    return ((Checked.Accepted) checked).item();
  }

  private FailedItem refused(String json) {
    Checked checked = check.check(line(json));
    assertThat(checked).as(json).isInstanceOf(Checked.Refused.class);
    return ((Checked.Refused) checked).item();
  }

  /** With quotes as JSON has them. */
  private ItemLine line(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    line++;
    return new ItemLine(line, bytes, bytes.length);
  }
}
