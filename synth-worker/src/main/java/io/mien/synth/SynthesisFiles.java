package io.mien.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesManifest;
import io.mien.contracts.result.GeneratedFace;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.store.json.JsonLines;
import io.mien.store.json.WireJson;
import io.mien.synth.image.Origin;
import io.mien.worker.TaskContext;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what a synthesis made: {@code items.jsonl}, then the manifest, {@code synthesis.json} or
 * {@code faces.json}, which makes it exist.
 */
final class SynthesisFiles {

  private static final String ITEMS = "items.jsonl";
  private static final String MANIFEST = "synthesis.json";
  private static final String FACES_MANIFEST = "faces.json";

  private SynthesisFiles() {}

  static PrefixRef publish(
      TaskContext context, Origin origin, Targets targets, List<SynthesisedImage> images) {
    ObjectRef items = items(context, images);
    return manifest(
        context,
        MANIFEST,
        new SynthesisManifest(
            origin.checkpoint(),
            targets.group().name(),
            targets.labels(),
            items,
            images.size(),
            origin.terms()));
  }

  static PrefixRef publishFaces(
      TaskContext context, Origin origin, long seed, List<GeneratedFace> faces) {
    ObjectRef items = items(context, faces);
    return manifest(
        context,
        FACES_MANIFEST,
        new FacesManifest(origin.checkpoint(), seed, faces.size(), items, origin.terms()));
  }

  private static ObjectRef items(TaskContext context, List<?> images) {
    byte[] bytes = JsonLines.bytes(images);
    return context.outputs().put(Bucket.SYNTHESES, ITEMS, bytes, JsonLines.TYPE);
  }

  private static PrefixRef manifest(TaskContext context, String name, Object manifest) {
    byte[] bytes = json(manifest).getBytes(StandardCharsets.UTF_8);
    return context
        .outputs()
        .asSet(context.outputs().put(Bucket.SYNTHESES, name, bytes, "application/json"));
  }

  private static String json(Object value) {
    try {
      return WireJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
