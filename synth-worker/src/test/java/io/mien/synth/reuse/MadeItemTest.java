package io.mien.synth.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.synthesis.SynthesisedItem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MadeItemTest {

  @Test
  void newerImagesReplaceThoseOfTheirLabelsAndTheOthersStay() {
    MadeImage happy = image("happy", "a");
    MadeImage sad = image("sad", "a");
    MadeImage newer = image("happy", "b");

    MadeItem item = MadeItem.NONE.with(List.of(happy, sad)).with(List.of(newer));

    assertThat(item.of("happy")).contains(newer);
    assertThat(item.of("sad")).contains(sad);
    assertThat(item.of("neutral")).isEmpty();
    assertThat(item.without(List.of(sad)).images()).containsExactly(newer);
  }

  private static MadeImage image(String label, String place) {
    ObjectRef object = new ObjectRef(Bucket.SYNTHESES, place + "/" + label + ".png", 1, "00");
    return new MadeImage(new TaskId(UUID.randomUUID()), new SynthesisedItem.Image(label, object));
  }
}
