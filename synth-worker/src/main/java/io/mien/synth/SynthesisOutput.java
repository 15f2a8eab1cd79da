package io.mien.synth;

import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.networks.image.RgbImage;
import io.mien.synth.image.GeneratedPng;
import io.mien.worker.TaskContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Encodes and uploads generated images on other threads while the next batch is generated; holds a
 * bounded number of them in memory. Used by one thread; results keep the order in which images were
 * added.
 */
final class SynthesisOutput implements AutoCloseable {

  private static final int UPLOADS_AT_ONCE = 4;
  private static final int MOST_PENDING = 256;

  private final TaskContext context;
  private final GeneratedPng png;
  private final ExecutorService uploads = Executors.newFixedThreadPool(UPLOADS_AT_ONCE);
  private final Deque<Future<SynthesisedImage>> pending = new ArrayDeque<>();
  private final List<SynthesisedImage> images = new ArrayList<>();

  SynthesisOutput(TaskContext context, PrefixRef checkpoint) {
    this.context = context;
    this.png = new GeneratedPng(checkpoint);
  }

  /** Queues one face's expressions; waits while too many are pending. */
  void add(SourceFace face, List<String> expressions, List<RgbImage> generated) {
    for (int i = 0; i < generated.size(); i++) {
      RgbImage image = generated.get(i);
      String expression = expressions.get(i);
      pending.addLast(uploads.submit(() -> upload(face, expression, image)));
    }
    while (pending.size() > MOST_PENDING) {
      images.add(result(pending.removeFirst()));
    }
  }

  /** Waits for every upload; the images in the order they were added. */
  List<SynthesisedImage> finish() {
    while (!pending.isEmpty()) {
      images.add(result(pending.removeFirst()));
    }
    return List.copyOf(images);
  }

  @Override
  public void close() {
    uploads.shutdownNow();
  }

  private SynthesisedImage upload(SourceFace face, String expression, RgbImage image) {
    byte[] bytes = png.encode(image, expression, face.crop().sha256());
    String name = "images/" + face.crop().key() + "/" + expression + ".png";
    ObjectRef stored = context.outputs().put(Bucket.SYNTHESES, name, bytes, "image/png");
    return new SynthesisedImage(
        face.crop().key(), face.crop().subject(), face.crop().expression(), expression, stored);
  }

  private static SynthesisedImage result(Future<SynthesisedImage> upload) {
    try {
      return upload.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("Upload a generated image", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while generated images were uploaded.", e);
    }
  }
}
