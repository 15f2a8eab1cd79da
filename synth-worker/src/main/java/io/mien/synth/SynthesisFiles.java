package io.mien.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.store.json.WireJson;
import io.mien.worker.TaskContext;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what a synthesis made: {@code items.jsonl}, then {@code synthesis.json}, which makes it
 * exist.
 */
final class SynthesisFiles {

  private static final String ITEMS = "items.jsonl";
  private static final String MANIFEST = "synthesis.json";

  private SynthesisFiles() {}

  static PrefixRef publish(
      TaskContext context,
      PrefixRef checkpoint,
      List<String> expressions,
      List<SynthesisedImage> images) {
    try {
      StringBuilder lines = new StringBuilder();
      for (SynthesisedImage image : images) {
        lines.append(WireJson.MAPPER.writeValueAsString(image)).append('\n');
      }
      ObjectRef items =
          context
              .outputs()
              .put(
                  Bucket.SYNTHESES,
                  ITEMS,
                  lines.toString().getBytes(StandardCharsets.UTF_8),
                  "application/jsonl");
      SynthesisManifest manifest =
          new SynthesisManifest(checkpoint, expressions, items, images.size());
      byte[] json = WireJson.MAPPER.writeValueAsBytes(manifest);
      return context
          .outputs()
          .asSet(context.outputs().put(Bucket.SYNTHESES, MANIFEST, json, "application/json"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
