package io.mien.cli.synthesis;

import com.fasterxml.jackson.databind.MappingIterator;
import io.mien.cli.client.ClientJson;
import io.mien.cli.client.MienClient;
import io.mien.contracts.rest.SynthesisView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Where the results of a synthesis are saved: {@code images/<custom_id>/<expression>.png}, {@code
 * results.jsonl}, {@code errors.jsonl}. What is there is not fetched again. Not thread-safe.
 */
public final class ResultFolder implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  /** Items that are under way at once; more would only wait in memory. */
  private static final int BATCH = 64;

  private final Path folder;
  private final Arrival arrival;
  private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
  private final BitSet complete = new BitSet();
  private final List<String> troubles = new ArrayList<>();
  private long saved;

  /**
   * @param folder made when it is not there
   */
  public ResultFolder(Path folder, MienClient client) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.arrival = new Arrival(client);
  }

  /**
   * Fetches what the server has by now and the folder has not.
   *
   * @param progress called with the number of items that are complete
   */
  public void gather(SynthesisView synthesis, LongConsumer progress)
      throws IOException, InterruptedException {
    troubles.clear();
    Path results = fetched(synthesis.resultsUrl(), "results.jsonl");
    try (InputStream lines = Files.newInputStream(results);
        MappingIterator<ResultLine> each =
            ClientJson.MAPPER.readerFor(ResultLine.class).readValues(lines)) {
      while (each.hasNextValue()) {
        List<ItemImages> batch = batch(each);
        if (!batch.isEmpty()) {
          save(batch);
          progress.accept(complete.cardinality());
        }
      }
    }
    appear(results, "results.jsonl");
    appear(fetched(synthesis.errorsUrl(), "errors.jsonl"), "errors.jsonl");
  }

  /** Images that this object has saved. */
  public long saved() {
    return saved;
  }

  /** Of each image that could not be saved the last time, a sentence. */
  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** JSON lines of the items that failed, once gathered. */
  public Path errors() {
    return folder.resolve("errors.jsonl");
  }

  @Override
  public void close() {
    connections.shutdownNow();
  }

  private Path fetched(String url, String name) throws IOException {
    Path partial = folder.resolve(name + ".part");
    arrival.write(url, partial);
    return partial;
  }

  private void appear(Path partial, String name) throws IOException {
    Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private List<ItemImages> batch(MappingIterator<ResultLine> lines) throws IOException {
    List<ItemImages> batch = new ArrayList<>();
    while (batch.size() < BATCH && lines.hasNextValue()) {
      ResultLine item = lines.nextValue();
      if (!complete.get(item.line())) {
        batch.add(images(item));
      }
    }
    return batch;
  }

  private ItemImages images(ResultLine item) {
    Path images = folder.resolve("images");
    List<ImageFile> files =
        item.images().stream().map(image -> ImageFile.of(image, item.customId(), images)).toList();
    return new ItemImages(item.line(), files, arrival);
  }

  private void save(List<ItemImages> items) throws IOException, InterruptedException {
    for (Future<ItemImages.Outcome> each : connections.invokeAll(items)) {
      ItemImages.Outcome outcome = outcome(each);
      saved += outcome.saved();
      troubles.addAll(outcome.troubles());
      complete.set(outcome.line(), outcome.troubles().isEmpty());
    }
  }

  private static ItemImages.Outcome outcome(Future<ItemImages.Outcome> item)
      throws IOException, InterruptedException {
    try {
      return item.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      if (e.getCause() instanceof IOException disk) {
        throw disk;
      }
      throw new IllegalStateException("Save the images of an item", e);
    }
  }
}
