package io.mien.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store must do. */
public abstract class ObjectStoreContract {

  private static final String TEXT = "text/plain";

  @TempDir Path directory;

  private final String prefix = "contract/" + UUID.randomUUID() + "/";

  protected abstract ObjectStore store();

  @BeforeEach
  void createBuckets() {
    store().createBuckets();
  }

  @Test
  void storedBytesAreReadBack() {
    byte[] content = random(70_000);

    ObjectRef ref = store().put(Bucket.MODELS, prefix + "weights", content, TEXT);

    assertThat(ref)
        .isEqualTo(new ObjectRef(Bucket.MODELS, prefix + "weights", 70_000, Sha256.of(content)));
    assertThat(store().read(ref)).isEqualTo(content);
  }

  @Test
  void fileOfSeveralPartsIsStoredAndDownloaded() throws IOException {
    Path source = Files.write(directory.resolve("source.bin"), random(12_000_000));

    ObjectRef ref = store().put(Bucket.DATASETS, prefix + "shards/a.tar", source, TEXT);
    Path target = directory.resolve("not/there/yet.bin");
    store().download(ref, target);

    assertThat(target).hasSameBinaryContentAs(source);
    assertThat(ref.bytes()).isEqualTo(12_000_000);
    assertThat(target.getParent()).isDirectoryNotContaining(file -> !file.equals(target));
  }

  @Test
  void emptyObjectAndEmptyFileAreObjects() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));

    ObjectRef bytes = store().put(Bucket.REPORTS, prefix + "bytes", new byte[0], TEXT);
    ObjectRef file = store().put(Bucket.REPORTS, prefix + "file", empty, TEXT);

    assertThat(store().read(bytes)).isEmpty();
    assertThat(store().read(file)).isEmpty();
    assertThat(store().size(Bucket.REPORTS, prefix + "file")).contains(0L);
  }

  @Test
  void laterPutReplacesEarlier() {
    store().put(Bucket.MODELS, prefix + "twice", random(10), TEXT);
    byte[] second = random(20);

    ObjectRef ref = store().put(Bucket.MODELS, prefix + "twice", second, TEXT);

    assertThat(store().read(ref)).isEqualTo(second);
    assertThat(store().size(Bucket.MODELS, prefix + "twice")).contains(20L);
  }

  @Test
  void missingObjectIsInvalidInput() {
    ObjectRef ref = new ObjectRef(Bucket.MODELS, prefix + "nothing", 1, "00");

    assertMissing(() -> store().read(ref));
    assertMissing(() -> store().download(ref, directory.resolve("nothing")));
    assertMissing(() -> store().open(Bucket.MODELS, prefix + "nothing").close());
    assertThat(store().size(Bucket.MODELS, prefix + "nothing")).isEmpty();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void objectUnlikeItsReferenceIsCorrupt() {
    ObjectRef ref = store().put(Bucket.MODELS, prefix + "changed", random(10), TEXT);
    store().put(Bucket.MODELS, prefix + "changed", random(10), TEXT);
    Path target = directory.resolve("changed");

    assertCorrupt(() -> store().read(ref));
    assertCorrupt(() -> store().download(ref, target));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void failedDownloadLeavesTheOldFile() throws IOException {
    Path target = Files.writeString(directory.resolve("old"), "old");
    ObjectRef ref = new ObjectRef(Bucket.MODELS, prefix + "nothing", 1, "00");

    assertMissing(() -> store().download(ref, target));

    assertThat(target).hasContent("old");
  }

  @Test
  void openedObjectIsAStream() throws IOException {
    byte[] content = random(3_000);
    store().put(Bucket.SYNTHESES, prefix + "stream", content, TEXT);

    try (InputStream in = store().open(Bucket.SYNTHESES, prefix + "stream")) {
      assertThat(in.readNBytes(1_000)).isEqualTo(Arrays.copyOf(content, 1_000));
    }
  }

  @Test
  void deletedObjectIsGoneAndMayBeDeletedAgain() {
    store().put(Bucket.REPORTS, prefix + "gone", random(10), TEXT);

    store().delete(Bucket.REPORTS, prefix + "gone");
    store().delete(Bucket.REPORTS, prefix + "gone");

    assertThat(store().size(Bucket.REPORTS, prefix + "gone")).isEmpty();
  }

  @Test
  void manyAreDeletedAtOnceAndThoseThatAreNotThereAreNoError() {
    store().put(Bucket.REPORTS, prefix + "many/a", random(10), TEXT);
    store().put(Bucket.REPORTS, prefix + "many/b", random(10), TEXT);
    store().put(Bucket.REPORTS, prefix + "many/c", random(10), TEXT);

    store()
        .delete(
            Bucket.REPORTS, List.of(prefix + "many/a", prefix + "many/nothing", prefix + "many/c"));
    store().delete(Bucket.REPORTS, List.of());

    assertThat(store().list(Bucket.REPORTS, prefix + "many/", "", 10))
        .extracting(ObjectStore.Listed::key)
        .containsExactly(prefix + "many/b");
  }

  @Test
  void listingIsInTheOrderOfKeysPageByPage() {
    Instant before = Instant.now().minusSeconds(60);
    for (String name : List.of("b/2", "a/1", "c", "b/10")) {
      store().put(Bucket.SYNTHESES, prefix + "pages/" + name, random(7), TEXT);
    }
    store().put(Bucket.SYNTHESES, prefix + "pages-of-others", random(7), TEXT);

    List<ObjectStore.Listed> first = store().list(Bucket.SYNTHESES, prefix + "pages/", "", 3);
    List<ObjectStore.Listed> rest =
        store().list(Bucket.SYNTHESES, prefix + "pages/", first.get(2).key(), 3);

    assertThat(first)
        .extracting(listed -> listed.key().substring((prefix + "pages/").length()))
        .containsExactly("a/1", "b/10", "b/2");
    assertThat(first).allMatch(listed -> listed.bytes() == 7);
    assertThat(first).allMatch(listed -> listed.modifiedAt().isAfter(before));
    assertThat(rest).extracting(ObjectStore.Listed::key).containsExactly(prefix + "pages/c");
    assertThat(store().list(Bucket.SYNTHESES, prefix + "nothing/", "", 3)).isEmpty();
  }

  @Test
  void bucketsAreCreatedByManyAtOnce() {
    IntStream.range(0, 8).parallel().forEach(i -> store().createBuckets());

    assertThat(store().size(Bucket.DATASETS, prefix + "nothing")).isEmpty();
  }

  private static void assertMissing(ThrowingCallable call) {
    assertCode("object-missing", call);
  }

  private static void assertCorrupt(ThrowingCallable call) {
    assertCode("object-corrupt", call);
  }

  private static void assertCode(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(InvalidInput.class))
        .extracting(InvalidInput::code)
        .isEqualTo(code);
  }

  private static byte[] random(int length) {
    byte[] content = new byte[length];
    new Random().nextBytes(content);
    return content;
  }
}
