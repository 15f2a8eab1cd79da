package io.mien.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.task.ListItems;
import io.mien.ingest.item.ItemLister;
import io.mien.ingest.source.Sources;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to list the items of a large synthesis, and the most heap that it holds: run it
 * with {@code -Xmx384m -XX:+UseSerialGC}, what the worker has in production.
 *
 * <pre>ItemListingBenchmark LINES WORK-DIRECTORY</pre>
 *
 * Every hundredth line names an expression that the checkpoint does not know.
 */
final class ItemListingBenchmark {

  private static final ItemOptions OPTIONS =
      new ItemOptions(
          List.of(new LabelSet("expression", true, List.of("neutral", "happy", "sad"))),
          "expression",
          List.of("happy", "sad"),
          List.of(),
          FaceChoice.PROMINENT);

  private ItemListingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int lines = Integer.parseInt(arguments[0]);
    Path work = Files.createDirectories(Path.of(arguments[1]));
    TestObjectStore server = TestServers.objectStore();
    ObjectStoreConfig config =
        new ObjectStoreConfig(
            server.endpoint(), server.accessKey(), server.secretKey(), server.freshNamespace());
    try (MinioObjectStore store = new MinioObjectStore(config)) {
      store.createBuckets();
      Path file = write(lines, work.resolve("sent.jsonl"), config.namespace());
      ObjectRef items =
          store.put(Bucket.SYNTHESES, "uploads/1/items", file, "application/x-ndjson");
      ItemLister lister = new ItemLister(Sources.of(config), store, 200, lines);
      Path own = Files.createDirectories(work.resolve("attempt"));
      Attempt attempt = new Attempt(new ListItems(null, items, null, OPTIONS), store, own);
      System.gc();
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long start = System.nanoTime();
      ItemsListed listed = lister.list((ListItems) attempt.task().spec(), attempt);
      report(lines, items.bytes(), listed, (System.nanoTime() - start) / 1e9);
    }
    System.exit(0);
  }

  private static void report(int lines, long bytes, ItemsListed listed, double seconds) {
    for (MemoryPoolMXBean pool : heapPools()) {
      System.out.printf(
          Locale.ROOT, "%s: at most %d MiB%n", pool.getName(), pool.getPeakUsage().getUsed() >> 20);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d lines of %,d bytes: %,d items in %,d parts, %,d refused, %.1f s, %,.0f lines/s%n",
        lines,
        bytes,
        listed.accepted(),
        listed.parts().size(),
        listed.failed(),
        seconds,
        lines / seconds);
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static Path write(int lines, Path file, String namespace) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (int i = 0; i < lines; i++) {
        out.write(
            "{\"custom_id\":\"person-%08d\",\"photo\":\"s3://%s-datasets/uploads/staff/%08d.jpg\",\"expressions\":[\"%s\"]}%n"
                .formatted(i, namespace, i, i % 100 == 0 ? "bored" : "happy"));
      }
    }
    return file;
  }
}
