package io.mien.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.SynthesisManifest;
import io.mien.contracts.result.SynthesisedImage;
import io.mien.networks.image.Png;
import io.mien.store.ObjectStore;
import io.mien.store.dataset.Crop;
import io.mien.store.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A published synthesis whose pictures are known: a good generator's for every target but {@code
 * sad}, for which it copies its input.
 */
final class TinySynthesis {

  static final String COPIED = "sad";

  private final ObjectStore store;
  private final PrefixRef checkpoint;
  private final String prefix = "tasks/" + UUID.randomUUID() + "/";
  private final Random random = new Random(9);

  TinySynthesis(ObjectStore store, PrefixRef checkpoint) {
    this.store = store;
    this.checkpoint = checkpoint;
  }

  PrefixRef publish(List<Crop> crops, List<String> expressions) throws JsonProcessingException {
    return publish(crops, "expression", expressions);
  }

  PrefixRef publish(List<Crop> crops, String group, List<String> labels)
      throws JsonProcessingException {
    List<SynthesisedImage> images = new ArrayList<>();
    for (Crop crop : crops) {
      for (String label : labels) {
        images.add(image(crop, group, label));
      }
    }
    StringBuilder lines = new StringBuilder();
    for (SynthesisedImage image : images) {
      lines.append(WireJson.MAPPER.writeValueAsString(image)).append('\n');
    }
    ObjectRef items = put("items.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));
    SynthesisManifest manifest =
        new SynthesisManifest(checkpoint, group, labels, items, images.size());
    return new PrefixRef(
        Bucket.SYNTHESES,
        prefix,
        put("synthesis.json", WireJson.MAPPER.writeValueAsBytes(manifest)));
  }

  private SynthesisedImage image(Crop crop, String group, String label) {
    int pose = TinyDataset.POSES.indexOf(label);
    String shown = pose < 0 ? label : TinyDataset.LABELS.get(pose);
    byte[] png = shown.equals(COPIED) ? crop.png() : Png.encode(TinyDataset.picture(shown, random));
    CropRecord record = crop.record();
    return new SynthesisedImage(
        record.key(),
        record.subject(),
        group.equals("attributes") ? null : record.label(group).orElseThrow(),
        label,
        put("images/" + record.key() + "/" + label + ".png", png));
  }

  private ObjectRef put(String name, byte[] content) {
    return store.put(Bucket.SYNTHESES, prefix + name, content, "application/octet-stream");
  }
}
