package io.mien.synth.engine;

import io.mien.contracts.terms.UsageTerms;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.CheckpointManifest;
import io.mien.networks.checkpoint.CheckpointNotes;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.image.RgbImage;
import io.mien.store.json.WireJson;
import java.util.List;

/** A checkpoint that a requester uses, until it is closed. Thread-safe. */
final class CheckpointUse implements AutoCloseable {

  private final Checkpoint checkpoint;
  private final Requester requester;
  private final Inbox inbox;
  private final CheckpointFolders folders;
  private final CheckpointManifest manifest;

  CheckpointUse(
      Checkpoint checkpoint,
      NetworkKind kind,
      Requester requester,
      Inbox inbox,
      CheckpointFolders folders) {
    this.checkpoint = checkpoint;
    this.requester = requester;
    this.inbox = inbox;
    this.folders = folders;
    this.manifest = CheckpointDirectory.open(checkpoint.folder(), kind).manifest();
  }

  CheckpointManifest manifest() {
    return manifest;
  }

  /** On which its images may be used, as far as the checkpoint tells. */
  UsageTerms terms() {
    CheckpointNotes notes = manifest.notes();
    return notes.terms() == null
        ? UsageTerms.licensed(notes.licence())
        : WireJson.MAPPER.convertValue(notes.terms(), UsageTerms.class);
  }

  /** Waits until the images are drawn. */
  List<RgbImage> draw(String group, List<Wish> wishes) {
    return answers(group, wishes).stream()
        .map(Answer.Drawn.class::cast)
        .map(Answer.Drawn::image)
        .toList();
  }

  /** Waits until the wishes are answered. */
  List<Answer> answers(String group, List<Wish> wishes) {
    if (wishes.isEmpty()) {
      return List.of();
    }
    Request request = inbox.ask(requester, new BatchKey(checkpoint, group), wishes);
    try {
      return request.await();
    } finally {
      inbox.withdraw(request);
    }
  }

  @Override
  public void close() {
    folders.giveBack(checkpoint);
  }
}
