package io.mien.contracts.golden;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageFormat;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.ItemsSynthesised;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.SynthesiseItems;
import java.net.URI;
import java.util.List;

/** Messages of bulk syntheses. */
final class ItemSamples {

  private static final URI SOURCE = URI.create("s3://photos/staff/");

  private ItemSamples() {}

  static List<Object> all() {
    return List.of(
        new ListItems(SOURCE, object("uploads/r/items.jsonl"), null, options()),
        new PrepareItems(
            SOURCE,
            object("tasks/l/1/parts/00000.jsonl"),
            200,
            TaskSamples.RECIPE,
            ImageOutput.PASTED),
        new SynthesiseItems(
            object("tasks/p/1/crops.tar"),
            object("tasks/p/1/items.jsonl"),
            198,
            Samples.checkpoint(),
            new ImageForm(256, ImageFormat.JPEG, null),
            new QualityGate(
                Samples.checkpoint(),
                Samples.checkpoint(),
                0.6,
                0.3,
                List.of(new QualityGate.Option(Samples.checkpoint(), 0.8))),
            object("tasks/p/1/photos.tar")),
        new ItemsListed(
            200,
            3,
            object("tasks/l/1/errors.jsonl"),
            List.of(new ItemsListed.Part(object("tasks/l/1/parts/00000.jsonl"), 200))),
        new ItemsPrepared(
            198,
            2,
            object("tasks/p/1/crops.tar"),
            object("tasks/p/1/items.jsonl"),
            object("tasks/p/1/errors.jsonl"),
            object("tasks/p/1/photos.tar")),
        new ItemsSynthesised(
            197,
            2,
            1,
            1379,
            object("tasks/s/2/results.jsonl"),
            object("tasks/s/2/errors.jsonl"),
            List.of(Samples.set(Bucket.SYNTHESES, "tasks/s/1/state/00000128/", "part.json"))));
  }

  private static ItemOptions options() {
    return new ItemOptions(
        List.of(new LabelSet("expression", true, List.of("neutral", "happy", "sad"))),
        "expression",
        List.of("happy", "sad"),
        List.of(),
        FaceChoice.PROMINENT);
  }

  private static ObjectRef object(String key) {
    return Samples.object(Bucket.SYNTHESES, key);
  }
}
