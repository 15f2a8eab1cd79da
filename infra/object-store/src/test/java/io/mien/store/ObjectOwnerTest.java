package io.mien.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.UploadId;
import io.mien.contracts.id.WorkerId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectOwnerTest {

  private static final UUID ID = UUID.fromString("01932d3a-0000-7000-8000-00000000000a");

  @Test
  void keyOfAnAttemptTellsTaskAttemptAndLife() {
    WorkerId worker = new WorkerId("train-worker/host/life-1");
    String prefix = ObjectKeys.attempt(new TaskId(ID), 12, worker);

    assertThat(ObjectOwner.of(prefix + "states/20/checkpoint.json"))
        .contains(new ObjectOwner.Attempt(new TaskId(ID), 12, "life-1"));
    assertThat(new ObjectOwner.Attempt(new TaskId(ID), 12, "life-1").prefix()).isEqualTo(prefix);
  }

  @Test
  void keyOfWhatWasSentInTellsForWhat() {
    ObjectOwner sent = new ObjectOwner.Sent(ID);

    assertThat(ObjectOwner.of(ObjectKeys.upload(new RunId(ID)))).contains(sent);
    assertThat(ObjectOwner.of(ObjectKeys.uploadedCheckpoint(new RunId(ID)))).contains(sent);
    assertThat(ObjectOwner.of(ObjectKeys.upload(new UploadId(ID), "faces.zip"))).contains(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner",
        "faces/happy/1.png",
        "uploads/faces/happy/1.png",
        "uploads/01932d3a-0000-7000-8000-00000000000a",
        "tasks/01932d3a-0000-7000-8000-00000000000a/0/life/x",
        "tasks/01932d3a-0000-7000-8000-00000000000a/1/life",
        "tasks/someone/1/life/x",
        "old/tasks/01932d3a-0000-7000-8000-00000000000a/1/life/x"
      })
  void otherKeysBelongToNobodyKnownHere(String key) {
    assertThat(ObjectOwner.of(key)).isEmpty();
  }
}
